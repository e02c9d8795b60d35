package org.tongqu.connectors.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.SalesSheet;

/** 销售报表: opens an agent's file of unknown charset, delimiter and column order as a sheet of sales rows. */
public final class SalesSheets {
    private static final int HEAD_BYTES = 256 * 1024;
    private static final Map<String, String> NOT_TEXT = Map.of(
            "504b0304", "XLSX/ZIP",
            "d0cf11e0", "XLS/OLE",
            "25504446", "PDF",
            "1f8b", "GZIP",
            "52617221", "RAR",
            "377abcaf", "7Z",
            "89504e47", "PNG",
            "ffd8ff", "JPEG");

    private SalesSheets() {}

    /** Whether a file could be read as a table of sales. */
    public sealed interface Opening {
        /** The sheet stands before its first row and owns the stream from now on. */
        record Opened(SalesSheet sheet) implements Opening {}

        /** Nothing of the file can be taken; the stream is still the caller's to close. */
        record Unreadable(Refusal refusal) implements Opening {}
    }

    /**
     * Reads the head of the stream (at most 256 KiB) and finds charset, delimiter and heading; rows are read as they are asked for, one in memory.
     *
     * @param clock tells today, in its own zone, for the flag DATE_IN_FUTURE
     * @throws UncheckedIOException where the stream itself fails, here or in {@link SalesSheet#next}
     */
    public static Opening open(InputStream bytes, Clock clock) {
        try {
            byte[] head = bytes.readNBytes(HEAD_BYTES);
            Optional<Refusal> noTable = notATable(head);
            if (noTable.isPresent()) {
                return new Opening.Unreadable(noTable.get());
            }
            Optional<Layout> layout = new HeadingSearch(head).find();
            if (layout.isEmpty()) {
                return new Opening.Unreadable(unknown(head));
            }
            return open(layout.get(), head, bytes, clock);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Opening open(Layout layout, byte[] head, InputStream rest, Clock clock) throws IOException {
        Optional<Refusal> fault = layout.heading().fault(layout.headingRow());
        if (fault.isPresent()) {
            return new Opening.Unreadable(fault.get());
        }
        int mark = layout.markLength();
        InputStream text = new SequenceInputStream(new ByteArrayInputStream(head, mark, head.length - mark), rest);
        return new Opening.Opened(OpenSheet.at(layout, text, clock));
    }

    private static Optional<Refusal> notATable(byte[] head) {
        String start = HexFormat.of().formatHex(head, 0, Math.min(4, head.length));
        Optional<Refusal> packed = NOT_TEXT.entrySet().stream()
                .filter(magic -> start.startsWith(magic.getKey()))
                .map(magic -> Refusals.notText(magic.getValue()))
                .findFirst();
        return packed.isPresent() || !blank(head) ? packed : Optional.of(Refusals.emptyFile());
    }

    private static boolean blank(byte[] head) {
        int mark = Encoding.byMark(head).map(encoding -> encoding.mark().length).orElse(0);
        for (int i = mark; i < head.length; i++) {
            if (head[i] > ' ' || head[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static Refusal unknown(byte[] head) {
        return new HeadingSearch(head)
                .under(Encoding.BIG5, false)
                .map(layout -> Refusals.wrongCharset("Big5", layout.headingRow()))
                .orElseGet(() -> Refusals.noHeading(HeadingSearch.PREAMBLE + 1));
    }
}
