package org.tongqu.connectors.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** Names of dropped files: which are left alone, and how a name in odd bytes is written. */
public final class DropNames {
    /** Parts our own unique word from the sender's name. */
    public static final char MARK = '~';
    /** Leaves room in 255 bytes for our word and for {@code .rejected.csv}. */
    private static final int LONGEST_BYTES = 180;

    private DropNames() {}

    public static String of(Path file) {
        return String.valueOf(file.getFileName());
    }

    public static boolean leftAlone(Path file) {
        String name = of(file).toLowerCase(Locale.ROOT);
        return name.startsWith(".") || name.endsWith(".part") || name.endsWith(".tmp");
    }

    /** The name itself, or, where it cannot be written down or leaves no room, one made from it that can. */
    public static String clean(Path file) {
        String name = of(file);
        return speakable(file, name) ? name : Integer.toHexString(file.hashCode()) + "_" + written(name);
    }

    private static boolean speakable(Path file, String name) {
        try {
            return file.resolveSibling(name).equals(file) && written(name).equals(name);
        } catch (InvalidPathException odd) {
            return false;
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
