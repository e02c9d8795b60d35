package org.tongqu.bench.measure;

/** What a ratio should come to; said beside it and never asserted, since a slow machine is no fault of the product. */
public record Aim(boolean atLeast, double limit) {
    public static Aim atLeast(double limit) {
        return new Aim(true, limit);
    }

    public static Aim atMost(double limit) {
        return new Aim(false, limit);
    }

    boolean isMet(double value) {
        return atLeast ? value >= limit : value <= limit;
    }

    String told(double value) {
        return "aim " + (atLeast ? ">= " : "<= ") + limit + (isMet(value) ? ", met" : ", not met");
    }
}
