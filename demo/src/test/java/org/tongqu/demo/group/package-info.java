/** Tests of what the demo group is made of and says. */
@NullMarked
package org.tongqu.demo.group;

import org.jspecify.annotations.NullMarked;
