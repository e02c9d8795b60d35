package org.tongqu.connectors.files;

import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Which cells of a workbook show a day: spreadsheets store days as numbers and say in the style alone that they are days. */
final class CellStyles {
    private static final int MOST = 100_000;
    private static final Pattern NOT_A_PLACEHOLDER = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*]");
    private static final Pattern DAY_OR_YEAR = Pattern.compile("[yYdD年日]");
    /** Formats that every spreadsheet knows by number; from 27 on the Chinese ones. */
    private static final Set<Integer> BUILT_IN_DAYS =
            Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);

    private static final DateTimeFormatter WITH_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final LocalDate ZERO_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate ZERO_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal LAST_DAY = new BigDecimal("2958466");
    private static final BigDecimal SECONDS_A_DAY = new BigDecimal("86400");

    private final BitSet days = new BitSet();
    private final LocalDate zero;

    private CellStyles(boolean from1904) {
        this.zero = from1904 ? ZERO_1904 : ZERO_1900;
    }

    static CellStyles none(boolean from1904) {
        return new CellStyles(from1904);
    }

    static CellStyles of(InputStream part, boolean from1904) throws XMLStreamException, Unfit {
        CellStyles styles = new CellStyles(from1904);
        styles.fill(HardenedXml.of(part));
        return styles;
    }

    private void fill(HardenedXml xml) throws XMLStreamException, Unfit {
        Map<Integer, String> formats = new HashMap<>();
        int style = 0;
        boolean inCells = false;
        while (xml.next()) {
            if (xml.starts() && xml.name().equals("numFmt") && formats.size() < MOST) {
                formats.put(number(xml, "numFmtId"), xml.attribute("formatCode").orElse(""));
            } else if (xml.starts() && inCells && xml.name().equals("xf") && style < MOST) {
                days.set(style++, showsDay(number(xml, "numFmtId"), formats));
            } else if (xml.starts() || xml.ends()) {
                inCells = xml.name().equals("cellXfs") ? xml.starts() : inCells;
            }
        }
    }

    private static int number(HardenedXml xml, String attribute) {
        return xml.attribute(attribute)
                .filter(value -> Text.digits(value, 9))
                .map(Integer::valueOf)
                .orElse(0);
    }

    private static boolean showsDay(int format, Map<Integer, String> formats) {
        String code = formats.get(format);
        if (code != null) {
            return showsDay(code);
        }
        return BUILT_IN_DAYS.contains(format);
    }

    static boolean showsDay(String code) {
        return DAY_OR_YEAR
                .matcher(NOT_A_PLACEHOLDER.matcher(code).replaceAll(""))
                .find();
    }

    boolean showsDay(int style) {
        return days.get(style);
    }

    /** The day a number stands for, with its time where it has one; absent where no spreadsheet would show a day. */
    Optional<String> day(BigDecimal serial) {
        if (serial.signum() < 0 || serial.compareTo(LAST_DAY) >= 0) {
            return Optional.empty();
        }
        long seconds =
                serial.multiply(SECONDS_A_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
        LocalDateTime at = zero.atStartOfDay().plusSeconds(seconds);
        boolean wholeDay = at.toLocalTime().toSecondOfDay() == 0;
        return Optional.of(wholeDay ? at.toLocalDate().toString() : WITH_TIME.format(at));
    }
}
