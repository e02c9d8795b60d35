/**
 * The line to the hub (热线): REST, SOAP and JMS, each with the JDK and one client library alone, and the words of contract version 1.
 * In: words, and what they are about. Out: what the hub made of them, and the demands a wire brings. Refuses to know: who is calling and why.
 * Allowed neighbours: none.
 */
@NullMarked
package org.tongqu.demo.line;

import org.jspecify.annotations.NullMarked;
