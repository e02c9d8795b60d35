package org.tongqu.hub.platform;

import java.util.Map;

/**
 * One figure that monitoring reads.
 *
 * @param name after {@code tongqu_}, with its unit at the end where it has one
 * @param says one English sentence, the same for all labels of a name
 * @param labels what it is counted by; a code or a state, never a customer's or a person's name
 */
public record Gauge(String name, String says, Map<String, String> labels, double value) {
    public Gauge {
        labels = Map.copyOf(labels);
    }

    public static Gauge of(String name, String says, double value) {
        return new Gauge(name, says, Map.of(), value);
    }

    public static Gauge of(String name, String says, String label, String of, double value) {
        return new Gauge(name, says, Map.of(label, of), value);
    }
}
