package org.tongqu.connectors.files;

import java.util.regex.Pattern;

/** Knows the words that begin a line of totals: 合计, 本页小计：, Grand Total. */
final class TotalWords {
    private static final Pattern TOTAL =
            Pattern.compile(".{0,10}(合计|总计|小计|共计|累计)(金额|数量)?\\p{N}*[笔台条行项]?|(sub|grand)?totals?|sum");
    private static final String ENGLISH_BEGINS = "TtSsGg";

    private TotalWords() {}

    static boolean is(String cell) {
        return canBe(cell) && TOTAL.matcher(Unit.headingWithout(cell)).matches();
    }

    /** All of them have 计 in them or are English: nearly every cell is told apart by that, without the dear work of making it comparable. */
    private static boolean canBe(String cell) {
        return cell.indexOf('计') >= 0 || cell.indexOf('計') >= 0 || cell.isEmpty() || canBeginEnglish(cell.charAt(0));
    }

    /** A bracket, a sign or a letter of another script may stand before an English word or turn into its first letter. */
    private static boolean canBeginEnglish(char first) {
        boolean asciiWord = first < 0x80 && Character.isLetterOrDigit(first);
        return !Text.ideograph(first) && (!asciiWord || ENGLISH_BEGINS.indexOf(first) >= 0);
    }
}
