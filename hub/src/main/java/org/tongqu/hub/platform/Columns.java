package org.tongqu.hub.platform;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads columns the way people are shown them: times in the house's zone, figures without idle zeros. */
public final class Columns {
    public static final ZoneId HOUSE_ZONE = ZoneId.of("Asia/Shanghai");
    private static final int CENTS = 2;

    private Columns() {}

    /** As a parameter of a statement. */
    public static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    public static OffsetDateTime time(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(timeOrNull(row, column), column);
    }

    public static @Nullable OffsetDateTime timeOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.atZoneSameInstant(HOUSE_ZONE).toOffsetDateTime();
    }

    public static @Nullable LocalDate dateOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** The day of a moment, as the house counts days. */
    public static LocalDate day(ResultSet row, String column) throws SQLException {
        return time(row, column).toLocalDate();
    }

    public static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Long.class);
    }

    public static @Nullable Integer intOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    /** An amount with at least two decimals, never in scientific form. */
    public static @Nullable BigDecimal moneyOrNull(ResultSet row, String column) throws SQLException {
        return plain(row.getBigDecimal(column), CENTS);
    }

    /** The amount with its currency, or nothing where no amount was said. */
    public static @Nullable Amount amountOrNull(ResultSet row, String amount, String currency) throws SQLException {
        BigDecimal figure = moneyOrNull(row, amount);
        return figure == null ? null : new Amount(figure, row.getString(currency));
    }

    /** A quantity without idle zeros, never in scientific form. */
    public static @Nullable BigDecimal quantityOrNull(ResultSet row, String column) throws SQLException {
        return plain(row.getBigDecimal(column), 0);
    }

    public static BigDecimal quantity(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(quantityOrNull(row, column), column);
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal figure, int leastScale) {
        if (figure == null) {
            return null;
        }
        BigDecimal stripped = figure.stripTrailingZeros();
        return stripped.setScale(Math.max(leastScale, stripped.scale()));
    }
}
