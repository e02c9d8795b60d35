package org.tongqu.hub.platform;

import java.time.Instant;
import org.tongqu.connectors.canon.Delivery;
import org.tongqu.connectors.canon.Parcel;

/** A try to deliver has ended; published in the transaction that settles it. */
public record ParcelSettled(Parcel parcel, Delivery delivery, Instant at) {}
