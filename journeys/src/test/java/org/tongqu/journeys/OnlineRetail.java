package org.tongqu.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** Fourteen days of a real shop, read here as plainly as can be: what the hub must come to is added up without any of its code. */
record OnlineRetail(List<String> days, int lines, int withoutCustomer, Set<List<String>> sales, int repeated) {
    private static final int QTY = 3;
    private static final int PRICE = 5;
    private static final int CUSTOMER = 6;

    static OnlineRetail read() {
        List<String> days = IntStream.rangeClosed(1, 16)
                .mapToObj("2010-12-%02d"::formatted)
                .filter(day -> OnlineRetail.class.getResource(place(day)) != null)
                .toList();
        int lines = 0;
        int withoutCustomer = 0;
        int repeated = 0;
        Set<List<String>> sales = new LinkedHashSet<>();
        for (String day : days) {
            for (String line : new String(file(day), UTF_8).lines().skip(1).toList()) {
                List<String> cells = cells(line);
                lines++;
                if (cells.get(CUSTOMER).isEmpty()) {
                    withoutCustomer++;
                } else if (!sales.add(cells)) {
                    repeated++;
                }
            }
        }
        return new OnlineRetail(days, lines, withoutCustomer, sales, repeated);
    }

    private static String place(String day) {
        return "/online-retail/" + day + ".csv.gz";
    }

    static byte[] file(String day) {
        try (InputStream packed = Objects.requireNonNull(OnlineRetail.class.getResourceAsStream(place(day)));
                InputStream bytes = new GZIPInputStream(new ByteArrayInputStream(packed.readAllBytes()))) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BigDecimal qty() {
        return sales.stream().map(sale -> new BigDecimal(sale.get(QTY))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal amount() {
        return sales.stream()
                .map(sale -> new BigDecimal(sale.get(QTY)).multiply(new BigDecimal(sale.get(PRICE))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    long returns() {
        return sales.stream().filter(sale -> sale.get(QTY).startsWith("-")).count();
    }

    /** A line of these files: quotes around a cell, a quote in it written twice, no line breaks. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"') {
                boolean twice = quoted && at + 1 < line.length() && line.charAt(at + 1) == '"';
                cell.append(twice ? "\"" : "");
                at += twice ? 1 : 0;
                quoted = twice == quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
