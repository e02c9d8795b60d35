package org.tongqu.connectors.files;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** What a spreadsheet stores in a cell, as the text its user sees there. */
final class CellText {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern UNWRITABLE =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|\\r|_(?=x[0-9A-Fa-f]{4}_)");
    private static final int MOST_DIGITS = 60;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{0,60}\\.?[0-9]{1,60}([eE][-+]?[0-9]{1,3})?");

    private static final MathContext FIFTEEN_DIGITS = new MathContext(15);
    /** Beyond it a number stays in powers of ten. */
    private static final int FARTHEST_POINT = 60;

    private CellText() {}

    /** From the start of {@code si} or {@code is} to its end: its texts joined, without the reading aids (rPh) of East Asian text. */
    static String richText(HardenedXml xml) throws XMLStreamException, Unfit {
        StringBuilder text = new StringBuilder();
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "t" -> text.append(xml.text());
                case "r" -> text.append(richText(xml));
                default -> xml.skip();
            }
            if (text.length() > HardenedXml.LONGEST_TEXT) {
                throw new Unfit(Refusals.textTooLong(HardenedXml.LONGEST_TEXT));
            }
        }
        return unescaped(text.toString());
    }

    /** {@code _x000D_} stands for a character that XML could not carry. */
    static String unescaped(String text) {
        return text.contains("_x") ? ESCAPED.matcher(text).replaceAll(CellText::character) : text;
    }

    private static String character(MatchResult escaped) {
        char character = (char) Integer.parseInt(escaped.group(1), 16);
        return Matcher.quoteReplacement(String.valueOf(character));
    }

    /** The other way round, for what XML cannot carry or would be taken for such a sign. */
    static String escaped(String text) {
        return UNWRITABLE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "_x%04X_".formatted((int) found.group().charAt(0))
                                + found.group().substring(1)));
    }

    static boolean isNumber(String stored) {
        return NUMBER.matcher(stored).matches();
    }

    /** Spreadsheets reckon in binary and show fifteen digits: 186000.54999999999 is what they store for 186000.55. */
    static String shown(String stored) {
        if (Text.digits(stored.startsWith("-") ? stored.substring(1) : stored, MOST_DIGITS)) {
            return stored;
        }
        BigDecimal shown = new BigDecimal(stored).round(FIFTEEN_DIGITS);
        return Math.abs(shown.scale()) > FARTHEST_POINT
                ? stored
                : Figures.normal(shown).toPlainString();
    }
}
