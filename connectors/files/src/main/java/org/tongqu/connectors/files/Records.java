package org.tongqu.connectors.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Refusal;

/**
 * Joins physical lines to records. A quoted cell may run over at most {@value #MAX_LINES} lines and 64 KiB; one that runs on, or swallows lines that
 * look like rows of their own, is a break: its first line alone is refused and reading goes on with the next line.
 */
final class Records implements RecordSource {
    static final int MAX_LINES = 50;

    private record Decoded(PhysicalLine line, Optional<String> text) {}

    private final PhysicalLines lines;
    private final Encoding encoding;
    private final char delimiter;
    private final Cells cells;
    private final long size;
    private final Deque<Decoded> givenBack = new ArrayDeque<>();
    private int width = Integer.MAX_VALUE;

    Records(PhysicalLines lines, Encoding encoding, char delimiter) {
        this(lines, encoding, delimiter, 0);
    }

    /** @param size of the file in bytes, 0 where it does not matter */
    Records(PhysicalLines lines, Encoding encoding, char delimiter, long size) {
        this.size = size;
        this.lines = lines;
        this.encoding = encoding;
        this.delimiter = delimiter;
        this.cells = new Cells(delimiter);
    }

    /** From here on a line of this many cells looks like a row of its own. */
    @Override
    public void expectWidth(int headingCells) {
        width = headingCells;
    }

    @Override
    public @Nullable SourceRecord next() throws IOException {
        Decoded first = take();
        if (first == null) {
            return null;
        }
        Optional<Refusal> spoilt = spoilt(first);
        if (spoilt.isPresent()) {
            return broken(first, spoilt.get());
        }
        String text = first.text().orElseThrow();
        if (text.indexOf('"') < 0) {
            return single(first, text);
        }
        Quotes quotes = new Quotes(delimiter);
        return quotes.openAfter(text) ? overLines(first, quotes) : single(first, text);
    }

    @Override
    public double read() {
        return lines.share(size);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private SourceRecord single(Decoded first, String text) {
        PhysicalLine line = first.line();
        return cells.parse(text)
                .map(parsed -> new SourceRecord(line.number(), line.bytes(), parsed, line.ended(), null))
                .orElseGet(() -> broken(first, Refusals.badQuotes(line.number())));
    }

    private SourceRecord overLines(Decoded first, Quotes quotes) throws IOException {
        List<Decoded> taken = new ArrayList<>(List.of(first));
        int size = first.line().bytes().length;
        boolean open = true;
        while (open && taken.size() < MAX_LINES && size < PhysicalLines.MAX_BYTES) {
            Decoded more = take();
            if (more == null) {
                break;
            }
            taken.add(more);
            size += more.line().bytes().length;
            if (spoilt(more).isPresent()) {
                break;
            }
            String text = more.text().orElseThrow();
            open = quotes.openAfter(text);
            if (looksLikeRow(text) && (open || looksLikeRow(first.text().orElseThrow()))) {
                open = true;
                break;
            }
        }
        Optional<List<String>> parsed = open ? Optional.empty() : cells.parse(joined(taken));
        return parsed.map(whole -> whole(taken, whole)).orElseGet(() -> breakAt(taken));
    }

    private boolean looksLikeRow(String line) {
        return cells.plainCount(line) >= width;
    }

    private SourceRecord breakAt(List<Decoded> taken) {
        for (int i = taken.size() - 1; i > 0; i--) {
            givenBack.addFirst(taken.get(i));
        }
        Decoded first = taken.getFirst();
        return broken(first, Refusals.unclosedQuote(first.line().number()));
    }

    private static String joined(List<Decoded> taken) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < taken.size(); i++) {
            text.append(taken.get(i).text().orElseThrow());
            text.append(i < taken.size() - 1 ? taken.get(i).line().end() : "");
        }
        return text.toString();
    }

    private SourceRecord whole(List<Decoded> taken, List<String> parsed) {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        for (int i = 0; i < taken.size(); i++) {
            raw.writeBytes(taken.get(i).line().bytes());
            raw.writeBytes(
                    i < taken.size() - 1 ? encoding.encode(taken.get(i).line().end()) : new byte[0]);
        }
        PhysicalLine last = taken.getLast().line();
        return new SourceRecord(taken.getFirst().line().number(), raw.toByteArray(), parsed, last.ended(), null);
    }

    private static SourceRecord broken(Decoded at, Refusal trouble) {
        PhysicalLine line = at.line();
        return new SourceRecord(line.number(), line.bytes(), List.of(), line.ended(), trouble);
    }

    private Optional<Refusal> spoilt(Decoded decoded) {
        PhysicalLine line = decoded.line();
        if (line.cut()) {
            return Optional.of(Refusals.lineTooLong(line.number()));
        }
        if (decoded.text().isEmpty()) {
            return Optional.of(Refusals.badBytes(line.number(), encoding.charsetName()));
        }
        String text = decoded.text().get();
        if (text.indexOf('\0') >= 0) {
            return Optional.of(Refusals.nulByte(line.number()));
        }
        return text.indexOf('\uFFFD') >= 0 ? Optional.of(Refusals.damagedText(line.number())) : Optional.empty();
    }

    private @Nullable Decoded take() throws IOException {
        Decoded waiting = givenBack.pollFirst();
        if (waiting != null) {
            return waiting;
        }
        PhysicalLine line = lines.next();
        return line == null ? null : new Decoded(line, line.cut() ? Optional.empty() : encoding.strict(line.bytes()));
    }
}
