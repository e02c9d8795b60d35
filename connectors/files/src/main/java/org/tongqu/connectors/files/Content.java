package org.tongqu.connectors.files;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.tongqu.connectors.canon.Refusal;

/** What a file is, found from its first bytes; its name is never believed. */
sealed interface Content {
    record Text() implements Content {}

    record Workbook() implements Content {}

    record Xml() implements Content {}

    /** Nothing we read, with what to do about it. */
    record Other(Refusal refusal) implements Content {}

    static Content of(byte[] head) {
        String start = HexFormat.of().formatHex(head, 0, Math.min(4, head.length));
        if (start.startsWith(Magic.ZIP)) {
            return new Workbook();
        }
        if (start.startsWith(Magic.OLE)) {
            return new Other(Magic.isEncrypted(head) ? Refusals.password() : Refusals.oldExcel());
        }
        return Magic.packed(start).orElseGet(() -> readable(head));
    }

    private static Content readable(byte[] head) {
        if (Magic.blank(head)) {
            return new Other(Refusals.emptyFile());
        }
        String beginning = Magic.beginning(head);
        if (Magic.HTML.matcher(beginning).lookingAt()) {
            return new Other(Refusals.html());
        }
        return Magic.XML.matcher(beginning).lookingAt() ? new Xml() : new Text();
    }

    /** The signs by which kinds of files are known. */
    final class Magic {
        static final String ZIP = "504b";
        static final String OLE = "d0cf11e0";
        static final Pattern HTML = Pattern.compile("\\s*(<!doctype\\s+html|<html|<table)", Pattern.CASE_INSENSITIVE);
        static final Pattern XML = Pattern.compile("\\s*<([?!]|[\\p{L}_][\\p{L}\\p{N}_.:-]*[\\s/>])");

        private static final Map<String, String> OTHERS = Map.of(
                "25504446", "PDF",
                "1f8b", "GZIP",
                "52617221", "RAR",
                "377abcaf", "7Z",
                "89504e47", "PNG",
                "ffd8ff", "JPEG");
        /** Name of the stream in which Excel hides a workbook under a password. */
        private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

        private Magic() {}

        static boolean isEncrypted(byte[] head) {
            String all = new String(head, StandardCharsets.ISO_8859_1);
            return all.contains(new String(ENCRYPTED, StandardCharsets.ISO_8859_1));
        }

        static java.util.Optional<Content> packed(String start) {
            return OTHERS.entrySet().stream()
                    .filter(magic -> start.startsWith(magic.getKey()))
                    .<Content>map(magic -> new Other(Refusals.notText(magic.getValue())))
                    .findFirst();
        }

        static boolean blank(byte[] head) {
            int mark = Encoding.byMark(head)
                    .map(encoding -> encoding.mark().length)
                    .orElse(0);
            for (int i = mark; i < head.length; i++) {
                if (head[i] > ' ' || head[i] < 0) {
                    return false;
                }
            }
            return true;
        }

        /** The first characters under the mark the file begins with, else as plain bytes. */
        static String beginning(byte[] head) {
            Charset charset = Encoding.byMark(head)
                    .map(encoding -> Charset.forName(encoding.charsetName()))
                    .orElse(StandardCharsets.UTF_8);
            String text = new String(head, 0, Math.min(512, head.length), charset);
            return text.replace("\uFEFF", "").toLowerCase(Locale.ROOT);
        }
    }
}
