package org.tongqu.connectors.canon;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * An amount with its currency; at most 4 decimals and 14 digits before the point, so that it fits {@code numeric(18,4)}.
 *
 * @param currency ISO 4217 code, three capitals
 */
public record Money(BigDecimal amount, String currency) {
    public static final int MAX_SCALE = 4;
    public static final int MAX_INTEGER_DIGITS = 14;

    public Money {
        requireNonNull(amount, "amount");
        if (!fits(amount)) {
            throw new IllegalArgumentException("amount does not fit 14 digits and 4 decimals: " + amount);
        }
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("currency is not three capitals: " + currency);
        }
    }

    /** Says whether an amount or quantity can be stored without losing a digit. */
    public static boolean fits(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.scale() <= MAX_SCALE && (long) plain.precision() - plain.scale() <= MAX_INTEGER_DIGITS;
    }
}
