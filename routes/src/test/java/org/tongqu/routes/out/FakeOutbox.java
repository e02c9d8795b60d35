package org.tongqu.routes.out;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Delivery;
import org.tongqu.connectors.canon.Outbox;
import org.tongqu.connectors.canon.Parcel;
import org.tongqu.connectors.canon.Wire;

/** An outbox in memory: a parcel is handed out until it is taken or rejected, and not while it is under way. */
final class FakeOutbox implements Outbox {
    private final Map<String, Parcel> waiting = new LinkedHashMap<>();
    private final List<String> underWay = new ArrayList<>();
    private final Map<String, Delivery> settled = new LinkedHashMap<>();
    private final Map<String, String> wires = new LinkedHashMap<>();
    private final List<Consumer<String>> listeners = new ArrayList<>();
    private int failures;

    void put(Parcel parcel) {
        List<Consumer<String>> told;
        synchronized (this) {
            waiting.put(parcel.id(), parcel);
            told = List.copyOf(listeners);
        }
        told.forEach(listener -> listener.accept(parcel.partner()));
    }

    /** As after a crash: parcels are there and nobody is told. */
    synchronized void putSilently(Parcel parcel) {
        waiting.put(parcel.id(), parcel);
    }

    synchronized void failNextClaims(int times) {
        failures = times;
    }

    synchronized Map<String, Delivery> settled() {
        return Map.copyOf(settled);
    }

    /** By which wire it was last tried. */
    synchronized String wire(String parcel) {
        return String.valueOf(wires.get(parcel));
    }

    synchronized int underWay() {
        return underWay.size();
    }

    @Override
    public synchronized List<Parcel> claim(String partner, int max) {
        if (failures-- > 0) {
            throw new IllegalStateException("the store is away");
        }
        List<Parcel> claimed = waiting.values().stream()
                .filter(parcel -> parcel.partner().equals(partner) && !underWay.contains(parcel.id()))
                .limit(max)
                .toList();
        claimed.forEach(parcel -> underWay.add(parcel.id()));
        return claimed;
    }

    @Override
    public synchronized Set<String> due() {
        return waiting.values().stream().map(Parcel::partner).collect(Collectors.toSet());
    }

    @Override
    public synchronized void settle(Parcel parcel, Delivery delivery, @Nullable Wire wire) {
        underWay.remove(parcel.id());
        wires.put(parcel.id(), String.valueOf(wire));
        settled.put(parcel.id(), delivery);
        waiting.remove(parcel.id());
    }

    @Override
    public synchronized void onWaiting(Consumer<String> wake) {
        listeners.add(wake);
    }
}
