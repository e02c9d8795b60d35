package org.tongqu.connectors.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Names in a drop folder: which are left alone, and how a name in odd bytes is written. A folder hands out names as bytes; the path keeps them, its
 * text may not, so odd ones are read from the bytes.
 */
public final class DropNames {
    /** Parts our own unique word from the sender's name. */
    public static final char MARK = '~';
    /** Leaves room in 255 bytes for our word and for {@code .rejected.csv}. */
    private static final int LONGEST_BYTES = 180;

    /** In which names are written, in the order they are tried; Windows programs in China write GBK. */
    private static final List<Charset> WRITTEN_IN = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private DropNames() {}

    public static String of(Path file) {
        return String.valueOf(file.getFileName());
    }

    public static boolean leftAlone(Path file) {
        String name = of(file).toLowerCase(Locale.ROOT);
        return name.startsWith(".") || name.endsWith(".part") || name.endsWith(".tmp");
    }

    /** The name itself; or, where this machine cannot write it down or it leaves no room, one made from it that can. */
    public static String clean(Path file) {
        String name = of(file);
        return stands(file, name)
                ? name
                : fromBytes(file)
                        .filter(read -> writable(file, read) && read.equals(written(read)))
                        .orElseGet(() -> Integer.toHexString(file.hashCode()) + "_" + written(name));
    }

    /** Whether the name was written in another charset than everybody's. */
    public static boolean inOddBytes(Path file) {
        return text(bytes(file), StandardCharsets.UTF_8).isEmpty();
    }

    private static boolean stands(Path file, String name) {
        return writable(file, name)
                && file.resolveSibling(name).equals(file)
                && written(name).equals(name);
    }

    private static boolean writable(Path file, String name) {
        try {
            return of(file.resolveSibling(name)).equals(name);
        } catch (InvalidPathException odd) {
            return false;
        }
    }

    private static Optional<String> fromBytes(Path file) {
        byte[] bytes = bytes(file);
        return WRITTEN_IN.stream()
                .map(charset -> text(bytes, charset))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The address of a path spells every odd byte out. */
    private static byte[] bytes(Path file) {
        String address = file.toUri().getRawPath();
        String whole = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        String name = whole.substring(whole.lastIndexOf('/') + 1);
        ByteBuffer bytes = ByteBuffer.allocate(name.length());
        for (int at = 0; at < name.length(); at++) {
            boolean spelt = name.charAt(at) == '%';
            bytes.put((byte) (spelt ? HexFormat.fromHexDigits(name, at + 1, at + 3) : name.charAt(at)));
            at += spelt ? 2 : 0;
        }
        return java.util.Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static Optional<String> text(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static String written(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}\\uFFFD]", "_");
        while (plain.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            plain = plain.substring(0, plain.offsetByCodePoints(plain.length(), -1));
        }
        return plain;
    }
}
