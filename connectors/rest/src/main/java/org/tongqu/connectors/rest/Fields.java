package org.tongqu.connectors.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Money;
import org.tongqu.connectors.canon.Refusal;

/**
 * One JSON object being read field by field: what is missing or wrong is noted with its pointer and reading goes on, so that a sender hears everything at once.
 * Absent, null, blank text, empty list and empty object all mean "not said".
 */
final class Fields {
    static final int MAX_LIST = 1_000;
    private static final int MAX_REFUSALS = 200;
    /** Also .2100 and 5., as databases write them and XML's decimal allows. */
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?([0-9]{1,30}(\\.[0-9]{0,30})?|\\.[0-9]{1,30})([eE][+-]?[0-9]{1,2})?");

    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");

    private final JsonNode node;
    private final String pointer;
    private final List<Refusal> refusals;

    Fields(JsonNode node, String pointer, List<Refusal> refusals) {
        this.node = node;
        this.pointer = pointer;
        this.refusals = refusals;
    }

    String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    void refuse(Refusal refusal) {
        if (refusals.size() < MAX_REFUSALS) {
            refusals.add(refusal);
        }
    }

    /** Notes the refusal and gives the nothing that goes with it, whatever its type: null fits them all. */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    private <V> @Nullable V refused(Refusal refusal) {
        refuse(refusal);
        return null;
    }

    boolean said(String name) {
        return value(name) != null;
    }

    private @Nullable JsonNode value(String name) {
        JsonNode value = node.get(name);
        if (value == null
                || value.isNull()
                || (value.isTextual() && value.textValue().isBlank())) {
            return null;
        }
        return value.isContainerNode() && value.isEmpty() ? null : value;
    }

    /** Checks for presence, says REQUIRED when the field was not said at all, and leaves other complaints to the reader. */
    <V> @Nullable V required(String name, Function<String, @Nullable V> reader) {
        return said(name) ? reader.apply(name) : refused(Words.required(at(name), name));
    }

    @Nullable
    String text(String name, int max) {
        JsonNode value = value(name);
        return value == null ? null : text(value, at(name), max);
    }

    private @Nullable String text(JsonNode value, String where, int max) {
        if (!value.isTextual()) {
            return refused(Words.wrongType(where, "文本 \"…\"", "a text \"…\"", found(value)));
        }
        String text = value.textValue();
        return text.codePointCount(0, text.length()) > max ? refused(Words.tooLong(where, max)) : text;
    }

    /** A number that names something (line, order): many systems send it as a JSON integer, so both forms are taken. */
    @Nullable
    String label(String name, int max) {
        JsonNode value = value(name);
        return value != null && value.isIntegralNumber()
                ? value.bigIntegerValue().toString()
                : text(name, max);
    }

    @Nullable
    BigDecimal decimal(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isNumber() && !value.isTextual()) {
            return refused(Words.wrongType(at(name), "数字", "a number", found(value)));
        }
        if (value.isTextual() && !DECIMAL.matcher(value.textValue()).matches()) {
            return refused(Words.badNumber(at(name)));
        }
        BigDecimal figure = value.isNumber() ? value.decimalValue() : new BigDecimal(value.textValue());
        return Math.abs((long) figure.scale()) < 100 && Money.fits(figure)
                ? plain(figure)
                : refused(Words.numberTooBig(at(name)));
    }

    /** Same value, scale 0 to 4: what the store can hold without losing or inventing a digit. */
    private static BigDecimal plain(BigDecimal figure) {
        return figure.setScale(Math.clamp(figure.scale(), 0, Money.MAX_SCALE));
    }

    @Nullable
    BigDecimal positive(String name) {
        BigDecimal figure = decimal(name);
        return figure != null && figure.signum() <= 0 ? refused(Words.notPositive(at(name))) : figure;
    }

    @Nullable
    BigDecimal notNegative(String name) {
        BigDecimal figure = decimal(name);
        return figure != null && figure.signum() < 0 ? refused(Words.negative(at(name))) : figure;
    }

    @Nullable
    BigDecimal notZero(String name) {
        BigDecimal figure = decimal(name);
        return figure != null && figure.signum() == 0 ? refused(Words.zero(at(name))) : figure;
    }

    @Nullable
    Integer whole(String name, int min, int max) {
        BigDecimal figure = decimal(name);
        if (figure == null) {
            return null;
        }
        boolean inside = figure.stripTrailingZeros().scale() <= 0
                && figure.compareTo(BigDecimal.valueOf(min)) >= 0
                && figure.compareTo(BigDecimal.valueOf(max)) <= 0;
        return inside ? Integer.valueOf(figure.intValueExact()) : refused(Words.outOfRange(at(name), min, max));
    }

    @Nullable
    String currency(String name) {
        String code = text(name, 100);
        if (code == null) {
            return null;
        }
        boolean known = code.matches("[A-Z]{3}")
                && Currency.getAvailableCurrencies().stream()
                        .anyMatch(c -> c.getCurrencyCode().equals(code));
        return known ? code : refused(Words.badCurrency(at(name)));
    }

    /** An amount that is an object of amount and currency, never below zero. */
    @Nullable
    Money money(String name) {
        Fields said = object(name);
        if (said == null) {
            return null;
        }
        BigDecimal amount = said.required("amount", said::notNegative);
        String currency = said.required("currency", said::currency);
        return amount == null || currency == null ? null : new Money(amount, currency);
    }

    @Nullable
    OffsetDateTime time(String name) {
        String said = text(name, 64);
        if (said == null) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(said);
            return sane(time.getYear()) ? time : refused(Words.badTime(at(name)));
        } catch (DateTimeException e) {
            return refused(zoneLess(said) ? Words.noZone(at(name)) : Words.badTime(at(name)));
        }
    }

    private static boolean zoneLess(String said) {
        try {
            LocalDateTime.parse(said.trim().replace(' ', 'T'));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    @Nullable
    LocalDate date(String name) {
        String said = text(name, 64);
        if (said == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(said);
            return sane(date.getYear()) ? date : refused(Words.badDate(at(name)));
        } catch (DateTimeException e) {
            return refused(Words.badDate(at(name)));
        }
    }

    @Nullable
    YearMonth month(String name) {
        String said = text(name, 64);
        if (said == null) {
            return null;
        }
        try {
            YearMonth month = YearMonth.parse(said);
            return MONTH.matcher(said).matches() && sane(month.getYear()) ? month : refused(Words.badMonth(at(name)));
        } catch (DateTimeException e) {
            return refused(Words.badMonth(at(name)));
        }
    }

    /** Years that a store and a person can both make sense of. */
    private static boolean sane(int year) {
        return year >= 1900 && year <= 2200;
    }

    @Nullable
    Fields object(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        return value.isObject()
                ? new Fields(value, at(name), refusals)
                : refused(Words.notAnObject(at(name), found(value)));
    }

    boolean isObject(String name) {
        JsonNode value = value(name);
        return value != null && value.isObject();
    }

    boolean isList(String name) {
        JsonNode value = value(name);
        return value != null && value.isArray();
    }

    /** Reads each object of a list; those that were refused are left out, the refusal stands. */
    <V> List<V> objects(String name, Function<Fields, @Nullable V> reader) {
        return entries(name, (entry, where) -> {
            if (!entry.isObject()) {
                return this.<V>refused(Words.notAnObject(where, found(entry)));
            }
            return reader.apply(new Fields(entry, where, refusals));
        });
    }

    /** Reads a list of texts; blank ones say nothing. */
    List<String> texts(String name, int max) {
        return entries(name, (entry, where) -> {
            boolean nothing =
                    entry.isNull() || (entry.isTextual() && entry.textValue().isBlank());
            return nothing ? null : text(entry, where, max);
        });
    }

    private interface Entry<V> {
        @Nullable
        V read(JsonNode entry, String where);
    }

    private <V> List<V> entries(String name, Entry<V> reader) {
        JsonNode value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            refuse(Words.wrongType(at(name), "列表 […]", "a list […]", found(value)));
            return List.of();
        }
        if (value.size() > MAX_LIST) {
            refuse(Words.tooMany(at(name), MAX_LIST));
            return List.of();
        }
        List<V> read = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            V one = reader.read(value.get(i), at(name) + "/" + i);
            if (one != null) {
                read.add(one);
            }
        }
        return read;
    }

    /** Refuses every entry of a list whose number was used before in the same list. */
    void unique(String list, String field) {
        JsonNode value = value(list);
        if (value == null || !value.isArray()) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < value.size(); i++) {
            String number = value.get(i).path(field).asText("");
            if (!number.isBlank() && !seen.add(number)) {
                refuse(Words.repeated(at(list) + "/" + i + "/" + field, field));
            }
        }
    }

    static String found(JsonNode value) {
        return value.getNodeType() == JsonNodeType.STRING
                ? "text"
                : value.getNodeType().toString().toLowerCase(Locale.ROOT);
    }
}
