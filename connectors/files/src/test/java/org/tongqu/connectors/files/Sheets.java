package org.tongqu.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.SalesLine;
import org.tongqu.connectors.canon.SalesSheet;
import org.tongqu.connectors.canon.SalesSheet.Row;
import org.tongqu.connectors.files.SalesSheets.Opening;

/** Reads whole sheets for tests, as of 1 March 2026. */
record Sheets(SalesSheet.Form form, List<Row> rows, long ignored) {
    static final Clock MARCH_2026 = Clock.fixed(Instant.parse("2026-03-01T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
    static final String HEADING = "销售日期,客户名称,产品型号,数量,单价,金额,合同号,备注\n";

    static Sheets hostile(String name) {
        return of(hostileBytes(name));
    }

    static Sheets of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Sheets of(String text, Charset charset) {
        return of(text.getBytes(charset));
    }

    static Sheets of(byte[] bytes) {
        Opening opening = open(bytes);
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        try (SalesSheet sheet = ((Opening.Opened) opening).sheet()) {
            List<Row> rows = new ArrayList<>();
            for (Optional<Row> row = sheet.next(); row.isPresent(); row = sheet.next()) {
                rows.add(row.get());
            }
            return new Sheets(sheet.form(), List.copyOf(rows), sheet.ignored());
        }
    }

    static Refusal refusalOf(byte[] bytes) {
        Opening opening = open(bytes);
        assertThat(opening).isInstanceOf(Opening.Unreadable.class);
        return ((Opening.Unreadable) opening).refusal();
    }

    static Refusal refusalOf(String text) {
        return refusalOf(text.getBytes(StandardCharsets.UTF_8));
    }

    static Opening open(byte[] bytes) {
        return SalesSheets.open(new ByteArrayInputStream(bytes), MARCH_2026);
    }

    static byte[] hostileBytes(String name) {
        return resource("/hostile/agent-csv/" + name);
    }

    static byte[] resource(String path) {
        try (InputStream in = Sheets.class.getResourceAsStream(path)) {
            return java.util.Objects.requireNonNull(in, path).readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    List<SalesLine> lines() {
        return rows.stream()
                .filter(Row.Understood.class::isInstance)
                .map(row -> ((Row.Understood) row).line())
                .toList();
    }

    List<Row.Refused> refused() {
        return rows.stream()
                .filter(Row.Refused.class::isInstance)
                .map(Row.Refused.class::cast)
                .toList();
    }

    Row.Refused theRefused() {
        assertThat(refused()).hasSize(1);
        return refused().getFirst();
    }

    List<String> codes() {
        return refused().stream()
                .flatMap(row -> row.refusals().stream())
                .map(Refusal::code)
                .toList();
    }

    SalesLine line(long rowNo) {
        return lines().stream()
                .filter(line -> line.rowNo() == rowNo)
                .findFirst()
                .orElseThrow();
    }

    List<Long> refusedRows() {
        return refused().stream().map(Row.Refused::rowNo).toList();
    }

    List<String> hashes() {
        return lines().stream().map(SalesLine::contentHash).toList();
    }
}
