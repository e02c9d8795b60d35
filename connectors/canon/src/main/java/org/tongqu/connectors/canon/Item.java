package org.tongqu.connectors.canon;

/**
 * One item of a call as it came and as it was read.
 *
 * @param raw the item's own bytes, kept for ever as they are
 * @param format media type of the bytes, e.g. {@code application/json}
 */
public record Item<T>(byte[] raw, String format, Reading<T> reading) {}
