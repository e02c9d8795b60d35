/**
 * Agents' files (代理商文件) as bytes. In: a dropped file of any charset and delimiter. Out: its sales rows, understood or refused, and the receipt and
 * rejection file for its sender. Refuses to know: who the sender is, whether a row was seen before, tables, Camel, Spring.
 * Allowed neighbours: canon.
 */
@NullMarked
package org.tongqu.connectors.files;

import org.jspecify.annotations.NullMarked;
