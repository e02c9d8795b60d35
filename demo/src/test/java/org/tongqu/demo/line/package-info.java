/** A hub of a hundred lines for tests: keeps what it hears once, says DUPLICATE to the same again, can be down. */
@NullMarked
package org.tongqu.demo.line;

import org.jspecify.annotations.NullMarked;
