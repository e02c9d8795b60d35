package org.tongqu.connectors.soap;

/** XML 1.0 has no way to write most control characters, which JSON has; a customer's name may hold one. */
final class Characters {
    private Characters() {}

    /** The text with each character that XML cannot carry replaced by a blank. */
    static String fit(String text) {
        return text.codePoints().allMatch(Characters::fits)
                ? text
                : text.codePoints()
                        .map(character -> fits(character) ? character : ' ')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean fits(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }
}
