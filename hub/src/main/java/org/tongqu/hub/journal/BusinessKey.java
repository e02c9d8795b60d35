package org.tongqu.hub.journal;

/**
 * A word people look a message up by, e.g. ORDER_NO; the name is upper case.
 */
public record BusinessKey(String name, String value) {}
