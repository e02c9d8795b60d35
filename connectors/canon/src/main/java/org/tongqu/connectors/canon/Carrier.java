package org.tongqu.connectors.canon;

/** Carries parcels to one partner over connections of its own; a try that fails comes back as a value, never as an exception. */
public interface Carrier extends AutoCloseable {
    Delivery deliver(Parcel parcel);

    @Override
    void close();
}
