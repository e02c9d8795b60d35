package org.tongqu.connectors.files;

import java.io.ByteArrayInputStream;
import java.util.Comparator;
import java.util.Optional;

/** Finds charset, delimiter and heading together: the charset is the first under which some line is a heading we know. */
final class HeadingSearch {
    private static final String DELIMITERS = ",;\t|";
    private final byte[] head;
    private final ColumnNames names;

    HeadingSearch(byte[] head, ColumnNames names) {
        this.head = head;
        this.names = names;
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
                .max(Comparator.comparing(Layout::found, HeadingFound.BETTER));
    }

    private Optional<Layout> best(Encoding encoding, boolean bom, char delimiter) {
        int mark = bom ? encoding.mark().length : 0;
        PhysicalLines lines = new PhysicalLines(new ByteArrayInputStream(head, mark, head.length - mark), encoding);
        Records records = new Records(lines, encoding, delimiter);
        return HeadingFound.in(records, names).map(found -> new Layout(encoding, bom, delimiter, found));
    }
}
