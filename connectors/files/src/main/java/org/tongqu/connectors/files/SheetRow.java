package org.tongqu.connectors.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.files.SheetCell.Held;

/** A row of a worksheet in the making; its cells stand where their addresses say, and what it has no room for is not kept. */
final class SheetRow {
    static final int LAST_COLUMN = 16_384;
    /** How a row is kept until it goes back: one line of text. */
    static final Cells AS_TEXT = new Cells(',');

    private static final Pattern ADDRESS = Pattern.compile("([A-Za-z]{1,3})[0-9]{1,7}");

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
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches()) {
            return LAST_COLUMN;
        }
        int column = 0;
        for (char letter : matcher.group(1).toUpperCase(java.util.Locale.ROOT).toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    private void putShared(int at, String index, SharedStrings strings) throws IOException {
        Optional<String> text = index.matches("[0-9]{1,9}") ? strings.at(Integer.parseInt(index)) : Optional.empty();
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
