package org.tongqu.connectors.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.files.SheetCell.Held;

/** A row of a worksheet in the making; its cells stand where their addresses say, and what it has no room for is not kept. */
final class SheetRow {
    static final int LAST_COLUMN = 16_384;
    /** How a row is kept until it goes back: one line of text. */
    static final Cells AS_TEXT = new Cells(',');

    private static final int LOWER_CASE = 'a' - 'A';
    private static final int MOST_LETTERS = 3;
    private static final int MOST_DIGITS = 7;

    private final long number;
    private final List<String> cells = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private final Set<Integer> uncomputed = new HashSet<>();
    private @Nullable Refusal trouble;
    private int length;
    private int next;

    SheetRow(long number) {
        this.number = number;
    }

    static SourceRecord broken(long number, Refusal why) {
        return new SourceRecord(number, new byte[0], List.of(), true, why, Set.of());
    }

    /** @param address of the cell; without one it stands after the last */
    void add(Optional<String> address, Held held, SharedStrings strings) throws IOException {
        int at = address.map(SheetRow::column).orElse(next);
        if (at < next || at >= LAST_COLUMN) {
            trouble = Refusals.badAddress(number);
            return;
        }
        next = at + 1;
        switch (held) {
            case Held.Said said -> put(at, said.text(), said.text());
            case Held.Shared shared -> putShared(at, shared.index(), strings);
            case Held.Uncomputed formula -> putFormula(at, formula.formula());
        }
    }

    private static int column(String address) {
        int letters = 0;
        int column = 0;
        while (letters < Math.min(MOST_LETTERS, address.length()) && letter(address.charAt(letters))) {
            column = column * 26 + (address.charAt(letters) & ~LOWER_CASE) - 'A' + 1;
            letters++;
        }
        return letters > 0 && Text.digits(address.substring(letters), MOST_DIGITS) ? column - 1 : LAST_COLUMN;
    }

    private static boolean letter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private void putShared(int at, String index, SharedStrings strings) throws IOException {
        Optional<String> text = Text.digits(index, 9) ? strings.at(Integer.parseInt(index)) : Optional.empty();
        if (text.isEmpty()) {
            trouble = Refusals.noSuchText(number);
        }
        put(at, text.orElse(""), text.orElse(""));
    }

    private void putFormula(int at, String formula) {
        if (put(at, "", formula)) {
            uncomputed.add(at);
        }
    }

    /** Says whether there was room for it. */
    private boolean put(int at, String text, String asShown) {
        if (text.isEmpty() && asShown.isEmpty()) {
            return true;
        }
        length += asShown.length() + 1;
        if (length > PhysicalLines.MAX_BYTES) {
            trouble = Refusals.lineTooLong(number);
            return false;
        }
        while (cells.size() < at) {
            cells.add("");
            shown.add("");
        }
        cells.add(text);
        shown.add(asShown);
        return true;
    }

    /** Characters kept. */
    int length() {
        return length;
    }

    /** @param width cells it has at least: empty ones at the end are not in the file */
    SourceRecord record(int width) {
        byte[] raw = AS_TEXT.join(shown).getBytes(StandardCharsets.UTF_8);
        while (cells.size() < width) {
            cells.add("");
        }
        Refusal wrong = trouble == null ? spoilt() : trouble;
        return wrong == null
                ? new SourceRecord(number, raw, List.copyOf(cells), true, null, Set.copyOf(uncomputed))
                : new SourceRecord(number, raw, List.of(), true, wrong, Set.of());
    }

    private @Nullable Refusal spoilt() {
        if (cells.stream().anyMatch(cell -> cell.indexOf('\0') >= 0)) {
            return Refusals.nulByte(number);
        }
        return cells.stream().anyMatch(Text::damaged) ? Refusals.damagedText(number) : null;
    }
}
