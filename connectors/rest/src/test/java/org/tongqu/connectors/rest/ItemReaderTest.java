package org.tongqu.connectors.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.connectors.rest.Said.VISIT;
import static org.tongqu.connectors.rest.Said.bytes;
import static org.tongqu.connectors.rest.Said.items;
import static org.tongqu.connectors.rest.Said.refusals;
import static org.tongqu.connectors.rest.Said.unreadable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongqu.connectors.canon.Item;
import org.tongqu.connectors.canon.Reading;
import org.tongqu.connectors.canon.VisitReport;

@DisplayName("A request body")
class ItemReaderTest {
    private static final String ONE_LINE = VISIT.replace("\n", "").strip();

    private static Body<VisitReport> read(String body) {
        return ItemReader.read(bytes(body), "application/json; charset=utf-8", new VisitWording());
    }

    private static List<String> raws(Body<VisitReport> body) {
        return items(body).stream().map(item -> new String(item.raw(), UTF_8)).toList();
    }

    private static boolean understood(Item<VisitReport> item) {
        return item.reading() instanceof Reading.Understood;
    }

    @Test
    @DisplayName("of one visit is one item, byte for byte as it came")
    void one() {
        assertThat(raws(read("\n " + VISIT))).containsExactly(VISIT.strip());
    }

    @Test
    @DisplayName("of an array is an item each, in order, byte for byte, whatever stands between them")
    void array() {
        assertThat(raws(read(" [ {\"a\": \"中 ] } , \\\" 𠮷\" } ,{\"b\":[1, 2]},\n 12.5e3 ,\"x,y\",null,[ {} ] ] ")))
                .containsExactly(
                        "{\"a\": \"中 ] } , \\\" 𠮷\" }", "{\"b\":[1, 2]}", "12.5e3", "\"x,y\"", "null", "[ {} ]");
    }

    @Test
    @DisplayName("of lines is an item a line, with or without saying so, and a broken line refuses itself alone")
    void lines() {
        String body = ONE_LINE + "\r\n\n{\"visitNo\":\"broken\n" + ONE_LINE;
        for (String type : List.of(
                "application/x-ndjson",
                "application/jsonl",
                "Application/X-NDJSON;charset=utf-8",
                "application/json")) {
            var items = items(ItemReader.read(bytes(body), type, new VisitWording()));
            assertThat(items).hasSize(3);
            assertThat(items).extracting(ItemReaderTest::understood).containsExactly(true, false, true);
            assertThat(refusals(items.get(1).reading()).getFirst().code()).isEqualTo("BAD_JSON");
            assertThat(new String(items.getFirst().raw(), UTF_8)).isEqualTo(ONE_LINE);
        }
    }

    @Test
    @DisplayName("of lines may hold a line in another encoding, which refuses itself alone")
    void lineInGbk() {
        var body = new ByteArrayOutputStream();
        body.writeBytes(bytes(ONE_LINE + "\n"));
        body.writeBytes((ONE_LINE + "\n").getBytes(Charset.forName("GB18030")));
        var items = items(ItemReader.read(body.toByteArray(), "application/x-ndjson", new VisitWording()));
        assertThat(items).extracting(ItemReaderTest::understood).containsExactly(true, false);
        assertThat(refusals(items.get(1).reading()).getFirst().code()).isEqualTo("BAD_UTF8");
    }

    @Test
    @DisplayName("of an array with one odd item loses no other: too deep, too long, too crowded, a field twice")
    void oddItems() {
        String deep = "{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}";
        String wide = "{\"a\":\"" + "x".repeat(200_000) + "\"}";
        String twice = "{\"a\":1,\"a\":2}";
        String digits = "{\"a\":" + "9".repeat(1_000) + "}";
        String crowd = "{\"a\":[" + "{},".repeat(100_000) + "{}]}";
        var items = items(read("[" + String.join(",", deep, ONE_LINE, wide, twice, digits, crowd) + "]"));
        assertThat(items)
                .extracting(ItemReaderTest::understood)
                .containsExactly(false, true, false, false, false, false);
        assertThat(items.stream()
                        .filter(item -> !understood(item))
                        .map(item -> refusals(item.reading()).getFirst().code()))
                .containsExactly(
                        "LIMIT_EXCEEDED", "LIMIT_EXCEEDED", "DUPLICATE_KEY", "LIMIT_EXCEEDED", "LIMIT_EXCEEDED");
    }

    @Test
    @DisplayName("may begin with a byte-order mark, which belongs to no item")
    void bom() {
        assertThat(raws(read("\uFEFF" + ONE_LINE))).containsExactly(ONE_LINE);
        assertThat(understood(items(read("\uFEFF" + ONE_LINE)).getFirst())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "[]", " [ ] "})
    @DisplayName("with no item in it is unreadable and says so")
    void empty(String body) {
        assertThat(unreadable(read(body)).code()).isEqualTo("EMPTY_BODY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{}",
                "{",
                "{}]",
                "[{}] x",
                "{} {}",
                "[NaN]",
                "[Infinity]",
                "{'a':1}",
                "[1,]",
                "// c\n{}",
                "[01]",
                "a=b&c=d",
                "<visit/>"
            })
    @DisplayName("that is broken as a whole is unreadable, and the words show where")
    void broken(String body) {
        assertThat(unreadable(read(body)).code()).isEqualTo("BAD_JSON");
    }

    @Test
    @DisplayName("in UTF-16 or GBK is unreadable and told to be UTF-8")
    void otherEncodings() {
        for (Charset charset :
                List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, Charset.forName("GB18030"))) {
            var refusal = unreadable(ItemReader.read(VISIT.getBytes(charset), null, new VisitWording()));
            assertThat(refusal.code()).isIn("BAD_UTF8", "NUL_CHARACTER");
            assertThat(refusal.en()).contains("UTF-8");
        }
    }

    @Test
    @DisplayName("may hold 10,000 items and no more, 16 MiB and no more")
    void limits() {
        assertThat(items(read("[" + "1,".repeat(9_999) + "1]"))).hasSize(10_000);
        assertThat(unreadable(read("[" + "1,".repeat(10_000) + "1]")).code()).isEqualTo("TOO_MANY_ITEMS");
        assertThat(unreadable(read("[" + " ".repeat(ItemReader.MAX_BODY) + "]")).code())
                .isEqualTo("TOO_LARGE");
        assertThat(unreadable(read("[".repeat(1_000_000))).code()).isEqualTo("LIMIT_EXCEEDED");
    }
}
