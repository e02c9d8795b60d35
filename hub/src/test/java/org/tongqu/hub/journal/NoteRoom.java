package org.tongqu.hub.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.tongqu.connectors.canon.Item;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Reading;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Wording;
import org.tongqu.hub.platform.Sha256;

/**
 * The smallest room there can be: a message is {@code number=words;number=words}, each number is stated once, and taking it leaves one
 * effect a number. Words with 歪 in them are refused.
 */
final class NoteRoom implements Receiver<String>, Wording<String> {
    static final String FORMAT = "text/plain";

    private final Effects effects;
    final AtomicInteger taken = new AtomicInteger();
    volatile UnaryOperator<Taking> mood = UnaryOperator.identity();

    NoteRoom(Effects effects) {
        this.effects = effects;
    }

    static Item<String> item(String words) {
        byte[] raw = words.getBytes(UTF_8);
        return new Item<>(raw, FORMAT, reading(words));
    }

    private static Reading<String> reading(String words) {
        return words.contains("=")
                ? new Reading.Understood<>(words, Sha256.hex(words))
                : new Reading.Refused<>(List.of(new Refusal("/", "NO_NUMBER", "缺编号", "there is no number")));
    }

    @Override
    public Reading<String> read(byte[] raw) {
        return reading(new String(raw, UTF_8));
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.VISIT;
    }

    @Override
    public boolean allows(Sender.Role role) {
        return role != Sender.Role.AUDITOR;
    }

    @Override
    public List<Refusal> check(Sender sender, String said) {
        return said.contains("歪") ? List.of(new Refusal("/", "CROOKED", "内容不正", "the words are crooked")) : List.of();
    }

    @Override
    public Statement statement(Sender sender, String said, String contentHash) {
        return new Statement(
                notes(said).stream()
                        .map(note -> new Claim(claim(number(note)), Sha256.hex(note)))
                        .toList(),
                notes(said).stream()
                        .map(note -> new BusinessKey("NOTE_NO", number(note)))
                        .toList());
    }

    static String claim(String number) {
        return "note|" + number;
    }

    @Override
    public Taking take(Arrival arrival, String said) {
        taken.incrementAndGet();
        notes(said).forEach(note -> effects.first("note|" + number(note), arrival.messageId(), "notes", "note", note));
        return mood.apply(Taking.TAKEN);
    }

    private static List<String> notes(String said) {
        return Arrays.stream(said.split(";", -1)).toList();
    }

    private static String number(String note) {
        return note.substring(0, note.indexOf('='));
    }
}
