package org.tongqu.connectors.files;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The charsets a file may be in, in the order they are tried; each decodes strictly, so that no replacement character comes from us. */
enum Encoding {
    UTF_8(StandardCharsets.UTF_8, 1),
    GB18030(Charset.forName("GB18030"), 1),
    UTF_16LE(StandardCharsets.UTF_16LE, 2),
    UTF_16BE(StandardCharsets.UTF_16BE, 2),
    /** Not read: known only so that a refusal can name it. */
    BIG5(Charset.forName("Big5"), 1);

    static final List<Encoding> READ = List.of(UTF_8, GB18030, UTF_16LE, UTF_16BE);

    private final Charset charset;
    private final int unit;

    Encoding(Charset charset, int unit) {
        this.charset = charset;
        this.unit = unit;
    }

    static Encoding named(String charset) {
        return READ.stream()
                .filter(encoding -> encoding.charset.name().equals(charset))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a charset we read: " + charset));
    }

    static Optional<Encoding> byMark(byte[] head) {
        return READ.stream().filter(encoding -> encoding.marks(head)).findFirst();
    }

    private boolean marks(byte[] head) {
        byte[] mark = mark();
        return head.length >= mark.length && Arrays.equals(mark, Arrays.copyOf(head, mark.length));
    }

    /** The byte-order mark. */
    byte[] mark() {
        return "\uFEFF".getBytes(charset);
    }

    String charsetName() {
        return charset.name();
    }

    /** Bytes of the smallest piece in which a line end can be told: 1, or 2 in UTF-16. */
    int unit() {
        return unit;
    }

    /** A decoder that is not strict puts a sign in place of bad bytes, so that only text with that sign in it need be looked at again. */
    Optional<String> strict(byte[] bytes) {
        String text = new String(bytes, charset);
        return text.indexOf('\uFFFD') < 0 ? Optional.of(text) : decoded(bytes);
    }

    private Optional<String> decoded(byte[] bytes) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException bad) {
            return Optional.empty();
        }
    }

    byte[] encode(String text) {
        return unit == 2 ? units(text) : text.getBytes(charset);
    }

    /** UTF-16 as plain units, so that half a surrogate pair goes back to its sender as it came. */
    private byte[] units(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 2).order(byteOrder());
        bytes.asCharBuffer().put(text);
        return bytes.array();
    }

    String fromUnits(byte[] bytes) {
        CharBuffer chars =
                ByteBuffer.wrap(bytes, 0, bytes.length & ~1).order(byteOrder()).asCharBuffer();
        return chars.toString();
    }

    private java.nio.ByteOrder byteOrder() {
        return this == UTF_16LE ? java.nio.ByteOrder.LITTLE_ENDIAN : java.nio.ByteOrder.BIG_ENDIAN;
    }
}
