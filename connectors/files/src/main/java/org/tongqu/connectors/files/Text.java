package org.tongqu.connectors.files;

import java.text.Normalizer;
import java.util.Locale;

/** The few ways in which text is made comparable; what is stored is only trimmed. */
final class Text {
    private static final String TRADITIONAL = "報號銷戶稱產編碼數單價額備註聯繫電話統會類總計賬實際貨購";
    private static final String SIMPLIFIED = "报号销户称产编码数单价额备注联系电话统会类总计账实际货购";

    private Text() {}

    /** Without blanks of any script at both ends. */
    static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (to > from && blank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }

    /** Whether some of it was lost before it came here: a replacement character, or half a surrogate pair. */
    static boolean damaged(String text) {
        int point;
        for (int at = 0; at < text.length(); at += Character.charCount(point)) {
            point = text.codePointAt(at);
            if (point == 0xFFFD || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is a whole number of so many digits at most, in the digits of ASCII alone. */
    static boolean digits(String text, int most) {
        int at = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at > 0 && at == text.length() && at <= most;
    }

    /** One of the Chinese characters nearly all text consists of. */
    static boolean ideograph(char c) {
        return c >= '\u4E00' && c <= '\u9FFF';
    }

    /** Whether it has nothing but ASCII and {@linkplain #ideograph common characters}, which no Unicode form changes and no half-width exists of. */
    private static boolean common(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 0x80 && !ideograph(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    /** Full-width Latin letters, digits and signs made half-width; for codes and figures, never for names. */
    static String halfWidth(String text) {
        if (common(text)) {
            return text;
        }
        StringBuilder half = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            half.append(halfWidth(text.charAt(i)));
        }
        return half.toString();
    }

    private static char halfWidth(char c) {
        if (c == '\u3000') {
            return ' ';
        }
        return c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c;
    }

    static String compatible(String text) {
        return common(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    static String composed(String text) {
        return common(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Letters and digits only, half-width, lower case, simplified: how headings and total words are compared. */
    static String plain(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        compatible(text).codePoints().filter(Text::inWord).forEach(letters::appendCodePoint);
        String word = letters.toString().toLowerCase(Locale.ROOT);
        StringBuilder simple = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            int at = TRADITIONAL.indexOf(word.charAt(i));
            simple.append(at < 0 ? word.charAt(i) : SIMPLIFIED.charAt(at));
        }
        return simple.toString();
    }

    private static boolean inWord(int point) {
        int type = Character.getType(point);
        return Character.isLetterOrDigit(point) || type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }

    /** A sender's words to quote in a refusal: one line, at most 40 characters. */
    static String quote(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ");
        int count = line.codePointCount(0, line.length());
        return count <= 40 ? line : line.substring(0, line.offsetByCodePoints(0, 40)) + "…";
    }
}
