/**
 * The line to the hub (热线): one HTTP client and the words of contract version 1.
 * In: a path and words. Out: what the hub made of them. Refuses to know: who is calling and why.
 * Allowed neighbours: none.
 */
@NullMarked
package org.tongqu.demo.line;

import org.jspecify.annotations.NullMarked;
