package org.tongqu.connectors.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Item;
import org.tongqu.connectors.canon.Reading;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Wording;

/**
 * Cuts a request body into items without rewriting a byte of them: one document, a JSON array, or lines (NDJSON).
 * A broken line refuses itself alone; in a broken document nobody can tell where an item ends, so it is refused whole.
 */
public final class ItemReader {
    /** Bytes a body may have: 16 MiB. */
    public static final int MAX_BODY = HardenedJson.MAX_BODY;

    /** Items a body may have. */
    public static final int MAX_ITEMS = 10_000;

    private ItemReader() {}

    /** @param contentType as the sender gave it; {@code application/x-ndjson} and {@code application/jsonl} mean lines */
    public static <T> Body<T> read(byte[] body, @Nullable String contentType, Wording<T> wording) {
        byte[] bytes = Utf8.withoutBom(body);
        if (bytes.length > MAX_BODY) {
            return new Body.Unreadable<>(tooLarge());
        }
        List<byte[]> slices;
        try {
            slices = saysLines(contentType) || looksLikeLines(bytes) ? lines(bytes) : document(bytes);
        } catch (Broken e) {
            return new Body.Unreadable<>(e.refusal);
        }
        if (slices.isEmpty()) {
            return new Body.Unreadable<>(empty());
        }
        return new Body.Items<>(
                slices.stream().map(slice -> item(slice, wording)).toList());
    }

    private static <T> Item<T> item(byte[] cut, Wording<T> wording) {
        byte[] slice = Utf8.withoutBom(cut);
        Reading<T> reading = wording.read(slice);
        return new Item<>(slice, wording.format(), reading);
    }

    private static boolean saysLines(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("application/x-ndjson") || type.startsWith("application/jsonl");
    }

    /** Lines sent as plain JSON: the first is an object by itself and every other begins like one. */
    private static boolean looksLikeLines(byte[] bytes) {
        try {
            List<byte[]> lines = lines(bytes);
            return lines.size() > 1
                    && lines.stream().allMatch(line -> line[0] == '{')
                    && document(lines.getFirst()).size() == 1;
        } catch (Broken e) {
            return false;
        }
    }

    private static List<byte[]> lines(byte[] bytes) throws Broken {
        List<byte[]> lines = new ArrayList<>();
        for (int from = 0; from < bytes.length; ) {
            int to = from;
            while (to < bytes.length && bytes[to] != '\n') {
                to++;
            }
            byte[] line = Slices.trimmed(bytes, from, to);
            if (line.length > 0) {
                add(lines, line);
            }
            from = to + 1;
        }
        return lines;
    }

    private static List<byte[]> document(byte[] bytes) throws Broken {
        Optional<Refusal> fault = Utf8.fault(bytes);
        if (fault.isPresent()) {
            throw new Broken(fault.get());
        }
        try (JsonParser parser = HardenedJson.splitting(bytes)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return List.of();
            }
            List<byte[]> slices =
                    first == JsonToken.START_ARRAY ? elements(parser, bytes) : List.of(Slices.value(parser, bytes));
            if (parser.nextToken() != null) {
                throw new Broken(trailing());
            }
            return slices;
        } catch (IOException e) {
            throw new Broken(Words.unreadable(e));
        }
    }

    private static List<byte[]> elements(JsonParser parser, byte[] bytes) throws IOException, Broken {
        List<byte[]> slices = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            add(slices, Slices.value(parser, bytes));
        }
        return slices;
    }

    private static void add(List<byte[]> slices, byte[] slice) throws Broken {
        if (slices.size() == MAX_ITEMS) {
            throw new Broken(tooMany());
        }
        slices.add(slice);
    }

    /** Over {@link #MAX_BODY}; also for whoever counts bytes before they get here. */
    public static Refusal tooLarge() {
        return new Refusal(
                "", "TOO_LARGE", "正文超过 16 MiB,请分几次发送", "the body is larger than 16 MiB; send it in several parts");
    }

    private static Refusal tooMany() {
        return new Refusal(
                "",
                "TOO_MANY_ITEMS",
                "一次至多 " + MAX_ITEMS + " 条,请分几次发送",
                "at most " + MAX_ITEMS + " items at once; send them in several parts");
    }

    private static Refusal empty() {
        return new Refusal("", "EMPTY_BODY", "正文中没有任何记录,请至少放一条", "the body holds no item; put in at least one");
    }

    private static Refusal trailing() {
        return new Refusal(
                "",
                "BAD_JSON",
                "JSON 结束之后还有内容;多条请用数组,或每行一条",
                "something follows the end of the JSON; put several items in an array or one on each line");
    }

    /** Stays inside this class: becomes a value at the door. */
    private static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Refusal refusal;

        Broken(Refusal refusal) {
            super(refusal.code(), null, false, false);
            this.refusal = refusal;
        }
    }
}
