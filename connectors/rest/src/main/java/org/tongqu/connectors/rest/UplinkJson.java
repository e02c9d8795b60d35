package org.tongqu.connectors.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Item;
import org.tongqu.connectors.canon.Reading;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Uplink.Answer;
import org.tongqu.connectors.canon.Uplink.Call;
import org.tongqu.connectors.canon.Uplink.Continued;
import org.tongqu.connectors.canon.Uplink.Entry;
import org.tongqu.connectors.canon.Wording;

/**
 * A branch's line as JSON, the same on every carrier. Each record travels as the very bytes the node took, inside the call and not as a text in it,
 * so that people can read a call and the chain's hashes still hold.
 */
public final class UplinkJson {
    /** Entries of one call. */
    public static final int MAX_ENTRIES = 200;

    /** Bytes of one call, a mebibyte of records with what is around them; no carrier takes more. */
    public static final int MAX_CALL = 2 * 1024 * 1024;

    private static final String RECORD = "visit";
    private static final int WORD = 64;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private UplinkJson() {}

    /** What stands before the records. */
    private record Head(
            String line,
            String branch,
            @Nullable Continued continues,
            long from,
            String prev,
            long last,
            long waiting) {}

    public static byte[] write(Call<?> call) {
        byte[] head = RecordJson.write(new Head(
                call.line(), call.branch(), call.continues(), call.from(), call.prev(), call.last(), call.waiting()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(head, 0, head.length - 1);
        out.writeBytes(text(",\"items\":["));
        String comma = "";
        for (Entry<?> entry : call.entries()) {
            out.writeBytes(
                    text(comma + "{\"seq\":" + entry.seq() + ",\"hash\":\"" + entry.hash() + "\",\"" + RECORD + "\":"));
            out.writeBytes(entry.item().raw());
            out.writeBytes(text("}"));
            comma = ",";
        }
        out.writeBytes(text("]}"));
        return out.toByteArray();
    }

    private static byte[] text(String words) {
        return words.getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] write(Answer answer) {
        return RecordJson.write(answer);
    }

    /** @return empty where the bytes are something else: a proxy's page, half an answer */
    public static Optional<Answer> answer(byte[] json) {
        try {
            return Optional.of(HardenedJson.mapper().readValue(json, Answer.class));
        } catch (IOException | RuntimeException strange) {
            return Optional.empty();
        }
    }

    /** What the hub refused with, where the bytes are such a word of its own. */
    public static Optional<Refusal> refusal(byte[] json) {
        return ProblemJson.read(json);
    }

    /** Reads a call; what is wrong with one record is that record's own reading and sinks nothing else. */
    public static <T> Reading<Call<T>> read(byte[] body, Wording<T> wording) {
        if (body.length > MAX_CALL) {
            return refused(tooLarge());
        }
        Optional<Refusal> fault = Utf8.fault(body);
        if (fault.isPresent()) {
            return refused(fault.get());
        }
        try {
            return read(Slices.members(body), wording);
        } catch (IOException e) {
            return refused(Words.unreadable(e));
        }
    }

    private static <T> Reading<Call<T>> read(Map<String, byte[]> members, Wording<T> wording) throws IOException {
        List<Refusal> refusals = new ArrayList<>();
        byte[] items = members.remove("items");
        Fields said = new Fields(object(members), "", refusals);
        String line = said.required("line", field -> said.text(field, WORD));
        String branch = said.required("branch", field -> said.text(field, WORD));
        Long from = number(said, "from", 1);
        String prev = said.required("prev", field -> said.text(field, WORD));
        Long last = number(said, "last", 0);
        Long waiting = number(said, "waiting", 0);
        Continued continues = continues(said);
        List<Entry<T>> entries = items == null ? List.of() : entries(items, wording, refusals);
        if (line == null || branch == null || from == null || prev == null || last == null || waiting == null) {
            return new Reading.Refused<>(refusals);
        }
        Call<T> call = new Call<>(line, branch, continues, from, prev, last, waiting, entries);
        return refusals.isEmpty()
                ? new Reading.Understood<>(
                        call, entries.isEmpty() ? prev : entries.getLast().hash())
                : new Reading.Refused<>(refusals);
    }

    private static @Nullable Continued continues(Fields said) {
        Fields given = said.object("continues");
        if (given == null) {
            return null;
        }
        String line = given.required("line", field -> given.text(field, WORD));
        Long at = number(given, "at", 0);
        Long base = number(given, "base", 0);
        return line == null || at == null || base == null ? null : new Continued(line, at, base);
    }

    private static @Nullable Long number(Fields said, String name, long least) {
        BigDecimal figure = said.required(name, said::decimal);
        if (figure == null) {
            return null;
        }
        boolean fits = figure.stripTrailingZeros().scale() <= 0
                && figure.compareTo(BigDecimal.valueOf(least)) >= 0
                && figure.compareTo(LARGEST) <= 0;
        if (!fits) {
            said.refuse(Words.badNumber(said.at(name)));
        }
        return fits ? figure.longValueExact() : null;
    }

    private static <T> List<Entry<T>> entries(byte[] items, Wording<T> wording, List<Refusal> refusals)
            throws IOException {
        List<byte[]> slices = Slices.elements(items);
        if (slices.size() > MAX_ENTRIES) {
            refusals.add(Words.tooMany("/items", MAX_ENTRIES));
            return List.of();
        }
        List<Entry<T>> entries = new ArrayList<>();
        for (byte[] slice : slices) {
            Entry<T> entry = entry(slice, "/items/" + entries.size(), wording, refusals);
            if (entry == null) {
                return List.of();
            }
            entries.add(entry);
        }
        return entries;
    }

    private static <T> @Nullable Entry<T> entry(
            byte[] slice, String pointer, Wording<T> wording, List<Refusal> refusals) throws IOException {
        Map<String, byte[]> members = Slices.members(slice);
        byte[] raw = members.remove(RECORD);
        Fields said = new Fields(object(members), pointer, refusals);
        Long seq = number(said, "seq", 1);
        String hash = said.required("hash", field -> said.text(field, WORD));
        if (raw == null) {
            refusals.add(Words.required(pointer + "/" + RECORD, RECORD));
        }
        return seq == null || hash == null || raw == null
                ? null
                : new Entry<>(seq, hash, new Item<>(raw, wording.format(), wording.read(raw)));
    }

    private static ObjectNode object(Map<String, byte[]> members) throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, byte[]> member : members.entrySet()) {
            object.set(member.getKey(), HardenedJson.tree(member.getValue()));
        }
        return object;
    }

    private static <T> Reading<T> refused(Refusal refusal) {
        return new Reading.Refused<>(List.of(refusal));
    }

    private static Refusal tooLarge() {
        return new Refusal(
                "",
                "TOO_LARGE",
                "一次上行超过 2 MiB,请少带几条再发",
                "one call of a line may have at most 2 MiB; send it with fewer records");
    }
}
