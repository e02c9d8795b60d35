package org.tongqu.connectors.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds charset, delimiter and heading together: the charset is the first under which some line is a heading we know. */
final class HeadingSearch {
    /** The heading may stand below this many lines of preamble. */
    static final int PREAMBLE = 20;

    private static final String DELIMITERS = ",;\t|";
    private static final int LEAST_KNOWN = 2;
    /** A heading with all required columns beats one without; then the earlier, or the one that says more. */
    private static final Comparator<Layout> BETTER = Comparator.<Layout>comparingInt(
                    layout -> layout.heading().complete() ? 1 : 0)
            .thenComparingLong(layout -> layout.heading().complete() ? -layout.headingRow() : 0)
            .thenComparingInt(layout -> layout.heading().known())
            .thenComparingLong(layout -> -layout.headingRow());

    private final byte[] head;

    HeadingSearch(byte[] head) {
        this.head = head;
    }

    Optional<Layout> find() {
        return Encoding.byMark(head)
                .map(marked -> under(marked, true))
                .orElseGet(() -> Encoding.READ.stream()
                        .map(encoding -> under(encoding, false))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    Optional<Layout> under(Encoding encoding, boolean bom) {
        return DELIMITERS
                .chars()
                .mapToObj(delimiter -> best(encoding, bom, (char) delimiter))
                .flatMap(Optional::stream)
                .max(BETTER);
    }

    private Optional<Layout> best(Encoding encoding, boolean bom, char delimiter) {
        int mark = bom ? encoding.mark().length : 0;
        PhysicalLines lines = new PhysicalLines(new ByteArrayInputStream(head, mark, head.length - mark), encoding);
        Records records = new Records(lines, encoding, delimiter);
        return Stream.generate(() -> next(records))
                .takeWhile(record -> record.isPresent() && record.get().rowNo() <= PREAMBLE + 1)
                .map(Optional::orElseThrow)
                .map(record -> new Layout(encoding, bom, delimiter, Heading.of(record.cells()), record.rowNo()))
                .filter(layout -> layout.heading().known() >= LEAST_KNOWN)
                .max(BETTER);
    }

    private static Optional<SourceRecord> next(Records records) {
        try {
            return Optional.ofNullable(records.next());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
