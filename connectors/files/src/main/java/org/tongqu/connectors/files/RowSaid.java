package org.tongqu.connectors.files;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.connectors.canon.CustomerSaid.ContactSaid;
import org.tongqu.connectors.canon.Money;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.SalesLine;
import org.tongqu.connectors.canon.SalesSheet.Row;

/** What the cells of one well-shaped row say; used once. */
final class RowSaid {
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final int EXTRA_LONGEST = 4_000;

    private final ColumnPlaces places;
    private final SourceRecord record;
    private final Clock clock;
    private final List<Refusal> wrong = new ArrayList<>();
    private final List<String> flags = new ArrayList<>();
    private final ContentHash hash = new ContentHash();

    RowSaid(ColumnPlaces places, SourceRecord record, Clock clock) {
        this.places = places;
        this.record = record;
        this.clock = clock;
    }

    Row row() {
        Optional<LocalDate> soldOn = soldOn();
        CustomerSaid customer = customer();
        String productCode = code(Column.PRODUCT_CODE);
        String model = code(Column.MODEL);
        String productName = text(Column.PRODUCT_NAME);
        if (productCode == null
                && model == null
                && productName == null
                && Column.PRODUCT.stream().noneMatch(this::uncomputed)) {
            wrong.add(Refusals.requiredProduct());
        }
        Optional<BigDecimal> qty = required(Column.QTY) ? figure(Column.QTY) : Optional.empty();
        BigDecimal unitPrice = figure(Column.UNIT_PRICE).orElse(null);
        BigDecimal amount = amount(qty, unitPrice);
        BigDecimal paid = figure(Column.PAID).orElse(null);
        String reportNo = code(Column.REPORT_NO);
        String lineNo = code(Column.LINE_NO);
        String agentName = text(Column.AGENT_NAME);
        String contractNo = code(Column.CONTRACT_NO);
        String remark = text(Column.REMARK);
        SortedMap<String, String> extras = extras();
        refuseUncomputed();
        if (!wrong.isEmpty() || soldOn.isEmpty() || qty.isEmpty()) {
            return new Row.Refused(record.rowNo(), wrong, record.raw());
        }
        return new Row.Understood(
                new SalesLine(
                        record.rowNo(),
                        reportNo,
                        lineNo,
                        agentName,
                        soldOn.get(),
                        customer,
                        productCode,
                        model,
                        productName,
                        qty.get(),
                        unitPrice,
                        amount,
                        contractNo,
                        paid,
                        remark,
                        extras,
                        flags,
                        hash.hex(),
                        places.mends(record.cells()).orElse(null)),
                record.raw());
    }

    private void refuseUncomputed() {
        if (record.uncomputed().isEmpty()) {
            return;
        }
        for (Column column : Column.values()) {
            if (column != Column.AMOUNT && uncomputed(column)) {
                wrong.add(Refusals.uncomputed(column));
            }
        }
    }

    private Optional<LocalDate> soldOn() {
        if (!required(Column.SOLD_ON)) {
            return Optional.empty();
        }
        Optional<LocalDate> day = Dates.read(Column.SOLD_ON, cell(Column.SOLD_ON), wrong::add);
        day.ifPresent(date -> hash.add(Column.SOLD_ON, date.toString()));
        if (day.isPresent() && day.get().isAfter(LocalDate.now(clock))) {
            flags.add("DATE_IN_FUTURE");
        }
        return day;
    }

    private CustomerSaid customer() {
        required(Column.CUSTOMER_NAME);
        String name = text(Column.CUSTOMER_NAME);
        String contact = text(Column.CONTACT);
        String phone = code(Column.PHONE);
        ContactSaid person = contact == null && phone == null ? null : new ContactSaid(contact, phone, null);
        return new CustomerSaid(
                name == null ? "" : name, code(Column.USCC), text(Column.PROVINCE), text(Column.CITY), null, person);
    }

    private @Nullable BigDecimal amount(Optional<BigDecimal> qty, @Nullable BigDecimal unitPrice) {
        if (uncomputed(Column.AMOUNT)) {
            return amountOfFormula(qty, unitPrice);
        }
        if (!cell(Column.AMOUNT).isEmpty()) {
            Optional<BigDecimal> said = figure(Column.AMOUNT);
            said.ifPresent(amount -> compare(amount, qty, unitPrice));
            return said.orElse(null);
        }
        if (qty.isEmpty() || unitPrice == null) {
            flags.add("AMOUNT_OPEN");
            return null;
        }
        return workedOut(qty.get().multiply(unitPrice));
    }

    /** A formula without its result is never taken for nought. */
    private @Nullable BigDecimal amountOfFormula(Optional<BigDecimal> qty, @Nullable BigDecimal unitPrice) {
        if (qty.isEmpty() || unitPrice == null) {
            wrong.add(Refusals.uncomputed(Column.AMOUNT));
            return null;
        }
        return workedOut(qty.get().multiply(unitPrice));
    }

    private boolean uncomputed(Column column) {
        if (record.uncomputed().isEmpty()) {
            return false;
        }
        Integer at = places.place(column);
        return at != null && record.uncomputed().contains(at);
    }

    private @Nullable BigDecimal workedOut(BigDecimal product) {
        BigDecimal amount = Figures.normal(product.setScale(Money.MAX_SCALE, RoundingMode.HALF_UP));
        if (!Money.fits(amount)) {
            wrong.add(Refusals.outOfRange(Column.AMOUNT, amount.toPlainString()));
            return null;
        }
        flags.add("AMOUNT_WORKED_OUT");
        return amount;
    }

    /** A cent a unit may go astray in rounding the price. */
    private void compare(BigDecimal amount, Optional<BigDecimal> qty, @Nullable BigDecimal unitPrice) {
        if (qty.isPresent() && unitPrice != null) {
            BigDecimal astray = amount.subtract(qty.get().multiply(unitPrice)).abs();
            if (astray.compareTo(CENT.multiply(qty.get().abs().max(BigDecimal.ONE))) > 0) {
                flags.add("AMOUNT_DIFFERS");
            }
        }
    }

    private SortedMap<String, String> extras() {
        SortedMap<String, String> extras = new TreeMap<>();
        for (Map.Entry<Integer, String> extra : places.heading().extras().entrySet()) {
            int at = extra.getKey();
            String value = at < record.cells().size() ? Text.trim(record.cells().get(at)) : "";
            if (value.length() > EXTRA_LONGEST) {
                wrong.add(Refusals.tooLong(extra.getValue(), extra.getValue(), value.length(), EXTRA_LONGEST));
            } else if (!value.isEmpty()) {
                extras.put(extra.getValue(), value);
                hash.addExtra(extra.getValue(), value);
            }
        }
        return Collections.unmodifiableSortedMap(extras);
    }

    private boolean required(Column column) {
        boolean there = !cell(column).isEmpty();
        if (!there && !uncomputed(column)) {
            wrong.add(Refusals.requiredCell(column));
        }
        return there;
    }

    private Optional<BigDecimal> figure(Column column) {
        String cell = cell(column);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> figure = Figures.read(column, cell, places.factor(column), wrong::add);
        figure.ifPresent(value -> hash.add(column, value));
        return figure;
    }

    /** Codes are compared by machines, so their full-width letters and digits become half-width. */
    private @Nullable String code(Column column) {
        return kept(column, Text.trim(Text.halfWidth(cell(column))));
    }

    private @Nullable String text(Column column) {
        return kept(column, cell(column));
    }

    private @Nullable String kept(Column column, String value) {
        int characters = value.codePointCount(0, value.length());
        if (characters > column.longest()) {
            wrong.add(Refusals.tooLong(column, characters));
            return null;
        }
        hash.add(column, value);
        return value.isEmpty() ? null : value;
    }

    private String cell(Column column) {
        return places.cell(record.cells(), column);
    }
}
