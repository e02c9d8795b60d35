/** Tests of the demo's processes, killed and started as a hub would. */
@NullMarked
package org.tongqu.demo;

import org.jspecify.annotations.NullMarked;
