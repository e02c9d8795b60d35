package org.tongqu.hub.handbook;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.platform.Columns;

/** A sheet as the document that REST carries, and the way back from a place in the document to the field on the sheet. */
final class Typed {
    private static final String CURRENCY = "CNY";
    private static final int PARTS = 2;

    private final Sheet sheet;
    private final Map<String, Object> document = new LinkedHashMap<>();
    private final Map<String, String> fieldByPlace = new LinkedHashMap<>();

    private Typed(Sheet sheet) {
        this.sheet = sheet;
    }

    static Typed of(Sheet sheet, CustomersPages.Customer customer, String rep) {
        Typed typed = new Typed(sheet);
        typed.document.put("formatVersion", 1);
        put(typed.document, "visitNo", sheet.at("no"));
        typed.document.put("rep", rep);
        put(typed.document, "visitedAt", moment(sheet.at("visitedAt")));
        typed.document.put("customer", typed.customer(customer));
        typed.lines("needs", typed::need);
        typed.lines("usage", typed::usage);
        typed.voices("opinions");
        typed.voices("suggestions");
        typed.lines("competitors", typed::rival);
        typed.lines("salesStatements", typed::purchase);
        return typed;
    }

    Map<String, Object> document() {
        return document;
    }

    /** Whether the document says anything in a group. */
    boolean says(String group) {
        return document.containsKey(group);
    }

    /** The field that was typed at a place such as {@code /needs/0/budget/amount}. */
    String field(String place) {
        String line = fieldByPlace.keySet().stream()
                .filter(known -> place.equals(known) || place.startsWith(known + "/"))
                .reduce("", (longest, known) -> known.length() > longest.length() ? known : longest);
        String rest = place.substring(line.length()).replace('/', '.');
        String field = fieldByPlace.getOrDefault(line, "") + rest;
        return field.startsWith(".") ? field.substring(1) : field;
    }

    /** A page's clock shows no zone: it is the house's. */
    private static String moment(String typed) {
        try {
            return LocalDateTime.parse(typed)
                    .atZone(Columns.HOUSE_ZONE)
                    .toOffsetDateTime()
                    .toString();
        } catch (DateTimeException otherwise) {
            return typed;
        }
    }

    private Map<String, Object> customer(CustomersPages.Customer known) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("name", known.name());
        put(said, "uscc", known.uscc());
        put(said, "province", known.province());
        put(said, "city", known.city());
        Map<String, Object> contact = new LinkedHashMap<>();
        Stream.of("name", "phone", "title").forEach(part -> put(contact, part, sheet.at("customer.contact." + part)));
        if (!contact.isEmpty()) {
            said.put("contact", contact);
        }
        return said;
    }

    private interface Line {
        Map<String, Object> of(String field, String place);
    }

    /** Empty lines say nothing and are not sent. */
    private void lines(String group, Line line) {
        List<Object> lines = new ArrayList<>();
        for (int n = 0; n < sheet.lines(group); n++) {
            String field = group + "." + n;
            String place = "/" + group + "/" + lines.size();
            Map<String, Object> said = line.of(field, place);
            if (!said.isEmpty()) {
                fieldByPlace.put(place, field);
                lines.add(said);
            }
        }
        if (!lines.isEmpty()) {
            document.put(group, lines);
        }
    }

    private Map<String, Object> need(String field, String place) {
        Map<String, Object> need = fields(field, "summary", "functional", "requiredBy");
        amount(need, field, "budget");
        List<Object> parts = new ArrayList<>();
        for (int n = 0; n < PARTS; n++) {
            Map<String, Object> part = fields(field + ".parts." + n, "productClass", "productCode", "qty");
            if (!part.isEmpty()) {
                fieldByPlace.put(place + "/parts/" + parts.size(), field + ".parts." + n);
                parts.add(part);
            }
        }
        if (!parts.isEmpty()) {
            need.put("parts", parts);
        }
        if (!need.isEmpty()) {
            need.put("needNo", String.valueOf(1 + Integer.parseInt(place.substring(place.lastIndexOf('/') + 1))));
        }
        return need;
    }

    /** A machine that is known and of which nothing was read is not in the record. */
    private Map<String, Object> usage(String field, String place) {
        Map<String, Object> read = fields(field, "runningHours", "faults", "note");
        if (read.isEmpty() && sheet.has(field + ".known")) {
            return Map.of();
        }
        Map<String, Object> machine = fields(field, "serial", "model");
        machine.putAll(read);
        return machine;
    }

    private Map<String, Object> rival(String field, String place) {
        Map<String, Object> rival = fields(field, "name", "productClass", "product", "leadTimeDays");
        amount(rival, field, "price");
        return rival;
    }

    private Map<String, Object> purchase(String field, String place) {
        return fields(field, "productCode", "qty", "boughtFrom", "month");
    }

    private void voices(String group) {
        List<String> said = sheet.at(group)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        for (int n = 0; n < said.size(); n++) {
            fieldByPlace.put("/" + group + "/" + n, group);
        }
        if (!said.isEmpty()) {
            document.put(group, said);
        }
    }

    private Map<String, Object> fields(String line, String... names) {
        Map<String, Object> said = new LinkedHashMap<>();
        Stream.of(names).forEach(name -> put(said, name, sheet.at(line + "." + name)));
        return said;
    }

    private void amount(Map<String, Object> line, String field, String name) {
        String amount = sheet.at(field + "." + name + ".amount");
        if (!amount.isEmpty()) {
            Map<String, Object> money = new LinkedHashMap<>();
            money.put("amount", amount);
            money.put("currency", CURRENCY);
            line.put(name, money);
        }
    }

    private static void put(Map<String, Object> into, String name, @Nullable String word) {
        if (word != null && !word.isBlank()) {
            into.put(name, word);
        }
    }
}
