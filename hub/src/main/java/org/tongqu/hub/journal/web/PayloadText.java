package org.tongqu.hub.journal.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.tongqu.hub.journal.JournalPages;

/** 原文: the beginning of a payload as a person can read it; what no charset explains is shown as it can be. */
final class PayloadText {
    /** Bytes shown at most. */
    static final int MOST = 16 * 1024;

    private PayloadText() {}

    static MessagesShown.Text of(JournalPages.Payload payload) {
        try (InputStream bytes = payload.bytes()) {
            byte[] beginning = bytes.readNBytes(MOST);
            boolean cut = payload.size() > beginning.length;
            return new MessagesShown.Text(payload.format(), payload.size(), text(beginning, cut), cut);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** UTF-8 where it holds, else GB18030, as agents' files are read. */
    static String text(byte[] bytes, boolean cut) {
        String text;
        try {
            text = strict(StandardCharsets.UTF_8, bytes, cut);
        } catch (CharacterCodingException notUtf8) {
            text = new String(bytes, Charset.forName("GB18030"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Where the beginning was cut, half a character at its end is no fault. */
    private static String strict(Charset charset, byte[] bytes, boolean cut) throws CharacterCodingException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer characters = CharBuffer.allocate(bytes.length);
        var result = decoder.decode(ByteBuffer.wrap(bytes), characters, !cut);
        if (result.isError()) {
            result.throwException();
        }
        return characters.flip().toString();
    }
}
