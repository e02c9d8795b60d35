package org.tongqu.hub.sales;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.platform.Columns;

/** Reads figures as the text they are shown in, never in scientific form. */
final class Figures {
    private Figures() {}

    static String money(ResultSet row, String column) throws SQLException {
        return requireNonNull(moneyOrNull(row, column), column);
    }

    static @Nullable String moneyOrNull(ResultSet row, String column) throws SQLException {
        BigDecimal figure = Columns.moneyOrNull(row, column);
        return figure == null ? null : figure.toPlainString();
    }

    static String quantity(ResultSet row, String column) throws SQLException {
        return Columns.quantity(row, column).toPlainString();
    }
}
