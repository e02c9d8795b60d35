package org.tongqu.connectors.canon;

/** Reads one kind of message from one wire format; a connector has one for each kind it speaks. */
public interface Wording<T> {
    MessageKind kind();

    /** Media type it reads, e.g. {@code application/json}. */
    String format();

    /** Never throws for bad content: what is wrong comes back as refusals. */
    Reading<T> read(byte[] raw);
}
