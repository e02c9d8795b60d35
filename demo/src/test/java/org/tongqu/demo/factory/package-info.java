/** Tests of the simulated factory against a small hub that only writes down what it hears. */
@NullMarked
package org.tongqu.demo.factory;

import org.jspecify.annotations.NullMarked;
