package org.tongqu.hub.analysis;

import java.util.Objects;

/** What needs are counted by. */
public enum Dimension {
    FACTORY,
    CLASS,
    REGION,
    GRADE;

    /** Empty where the line has none. */
    String of(Line line) {
        return switch (this) {
            case FACTORY -> Objects.requireNonNullElse(line.part().factory(), "");
            case CLASS -> line.productClass();
            case REGION -> line.part().region();
            case GRADE -> Objects.requireNonNullElse(line.part().grade(), "");
        };
    }
}
