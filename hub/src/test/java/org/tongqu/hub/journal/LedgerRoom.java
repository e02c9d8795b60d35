package org.tongqu.hub.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import org.tongqu.connectors.canon.Item;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Parcel;
import org.tongqu.connectors.canon.Reading;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Wording;
import org.tongqu.hub.platform.Outgoing;
import org.tongqu.hub.platform.Sha256;

/** A room of one hub: each note of a message is stated once, stands in the book once, and sends one parcel down the lane of its number. */
final class LedgerRoom implements Receiver<String>, Wording<String> {
    static final String FORMAT = "text/plain";
    static final String REFUSED = "拒";
    static final String POISON = "毒";

    private final Effects effects;
    private final EffectBook book;
    private final Outgoing outgoing;
    private final VirtualHub hub;

    LedgerRoom(Effects effects, EffectBook book, Outgoing outgoing, VirtualHub hub) {
        this.effects = effects;
        this.book = book;
        this.outgoing = outgoing;
        this.hub = hub;
    }

    /** {@code number/revision=words} */
    record Note(String number, int revision, String words) {
        static Note of(String text) {
            int slash = text.indexOf('/');
            int equals = text.indexOf('=');
            return new Note(
                    text.substring(0, slash),
                    Integer.parseInt(text.substring(slash + 1, equals)),
                    text.substring(equals + 1));
        }

        static List<Note> all(String said) {
            return Arrays.stream(said.split(";", -1)).map(Note::of).toList();
        }

        String key() {
            return "note|" + number + "|" + revision;
        }

        String text() {
            return number + "/" + revision + "=" + words;
        }

        /** One of two factories, by the number without its run. */
        String factory() {
            return Integer.parseInt(number.substring(number.lastIndexOf('-') + 1)) % 2 == 0 ? "even" : "odd";
        }
    }

    static Item<String> item(String said) {
        return new Item<>(said.getBytes(UTF_8), FORMAT, new Reading.Understood<>(said, Sha256.hex(said)));
    }

    @Override
    public Reading<String> read(byte[] raw) {
        return item(new String(raw, UTF_8)).reading();
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
        return true;
    }

    @Override
    public List<Refusal> check(Sender sender, String said) {
        return List.of();
    }

    @Override
    public Statement statement(Sender sender, String said, String contentHash) {
        return new Statement(
                Note.all(said).stream()
                        .map(note -> new Claim(note.key(), Sha256.hex(note.text())))
                        .toList(),
                Note.all(said).stream()
                        .map(note -> new BusinessKey("NOTE_NO", note.number()))
                        .toList());
    }

    @Override
    public Taking take(Arrival arrival, String said) {
        Note.all(said).forEach(note -> take(arrival, note));
        if (said.contains(POISON) && hub.isPoisoned()) {
            throw new IllegalStateException("a bug of the room");
        }
        return said.contains(REFUSED)
                ? new Taking.Refused(List.of(new Refusal("/", "CROOKED", "内容不正", "the words are crooked")))
                : Taking.TAKEN;
    }

    private void take(Arrival arrival, Note note) {
        if (effects.first(note.key(), arrival.messageId(), "notes", "note", note.number())) {
            book.ofMessage("note", List.of(note.text()), arrival.messageId(), hub.inHand());
            book.speaks(note.number(), note.revision());
            outgoing.put(
                    hub.partner(note.factory()),
                    note.number(),
                    note.key(),
                    new Parcel.Load.FileDone(arrival.messageId(), note.text()),
                    arrival.messageId());
        }
    }
}
