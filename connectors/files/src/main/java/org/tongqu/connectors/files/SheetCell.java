package org.tongqu.connectors.files;

import java.math.BigDecimal;
import javax.xml.stream.XMLStreamException;

/** One cell as the worksheet stores it, from its start to its end. */
final class SheetCell {
    private final HardenedXml xml;
    private final CellStyles styles;
    private final String type;
    private final int style;
    private String stored = "";
    private String formula = "";
    private boolean hasFormula;

    SheetCell(HardenedXml xml, CellStyles styles) {
        this.xml = xml;
        this.styles = styles;
        this.type = xml.attribute("t").orElse("n");
        this.style = xml.attribute("s")
                .filter(said -> Text.digits(said, 6))
                .map(Integer::valueOf)
                .orElse(0);
    }

    /** What a cell turned out to hold. */
    sealed interface Held {
        record Said(String text) implements Held {}

        /** Number of a text in the shared table, as written. */
        record Shared(String index) implements Held {}

        /** A formula whose program stored no result. */
        record Uncomputed(String formula) implements Held {}
    }

    Held read() throws XMLStreamException, Unfit {
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "v" -> stored = xml.text();
                case "is" -> stored = CellText.richText(xml);
                case "f" -> readFormula();
                default -> xml.skip();
            }
        }
        return hasFormula && stored.isEmpty() && !type.equals("str") ? new Held.Uncomputed("=" + formula) : held();
    }

    private void readFormula() throws XMLStreamException, Unfit {
        hasFormula = true;
        formula = xml.text();
    }

    private Held held() {
        return switch (type) {
            case "s" -> stored.isBlank() ? new Held.Said("") : new Held.Shared(stored.strip());
            case "b" -> new Held.Said(stored.equals("1") ? "TRUE" : stored.equals("0") ? "FALSE" : stored);
            case "str" -> new Held.Said(CellText.unescaped(stored));
            case "n" -> new Held.Said(number(stored.strip()));
            default -> new Held.Said(stored);
        };
    }

    private String number(String said) {
        if (!CellText.isNumber(said)) {
            return said;
        }
        return styles.showsDay(style)
                ? styles.day(new BigDecimal(said)).orElseGet(() -> CellText.shown(said))
                : CellText.shown(said);
    }
}
