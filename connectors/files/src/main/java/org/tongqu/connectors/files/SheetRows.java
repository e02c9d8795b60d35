package org.tongqu.connectors.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Refusal;

/**
 * The rows of one worksheet as they stream by. Where the sheet is broken, the rows above it stand, the break is a refused row of its own, and nothing
 * below it is read.
 */
final class SheetRows implements RecordSource {
    static final long LAST_ROW = 1_048_576;

    /** Characters of all cells together, more for larger files: shared texts let a small file say very much. */
    private static final long FREE_TEXT = 16 << 20;

    private final CountedStream part;
    private final long size;
    private final long mostText;
    private final SharedStrings strings;
    private final CellStyles styles;
    private final @Nullable HardenedXml xml;
    private @Nullable Refusal broken;
    private boolean ended;
    private long last;
    private long text;
    private int width;

    SheetRows(InputStream part, long size, SharedStrings strings, CellStyles styles, long fileSize) throws Unfit {
        this.part = new CountedStream(part);
        this.size = size;
        this.mostText = FREE_TEXT + WorkbookParts.MOST_RATIO * fileSize;
        this.strings = strings;
        this.styles = styles;
        this.xml = begun();
    }

    private @Nullable HardenedXml begun() throws Unfit {
        try {
            HardenedXml begun = HardenedXml.of(part);
            return begun.find("sheetData") ? begun : null;
        } catch (XMLStreamException bad) {
            throw new Unfit(Refusals.brokenWorkbook());
        }
    }

    /** Why nothing below the last row could be read. */
    Optional<Refusal> broken() {
        return Optional.ofNullable(broken);
    }

    @Override
    public @Nullable SourceRecord next() {
        if (ended || xml == null) {
            return null;
        }
        try {
            SourceRecord row = row(xml);
            ended = row == null;
            return row;
        } catch (Unfit bad) {
            return breakOff(bad.refusal());
        } catch (XMLStreamException | IOException bad) {
            return breakOff(Refusals.sheetBroken(last + 1));
        }
    }

    private SourceRecord breakOff(Refusal why) {
        ended = true;
        broken = why;
        return SheetRow.broken(last + 1, why);
    }

    private @Nullable SourceRecord row(HardenedXml sheet) throws XMLStreamException, Unfit, IOException {
        while (sheet.nextChild()) {
            if (sheet.name().equals("row")) {
                long number = number(sheet);
                SheetRow row = new SheetRow(number);
                cells(sheet, row);
                last = number;
                text += row.length();
                if (text > mostText) {
                    throw new Unfit(Refusals.bomb());
                }
                return row.record(width);
            }
            sheet.skip();
        }
        return null;
    }

    /** Rows without a number, or with one that goes back, count on from the last. */
    private long number(HardenedXml sheet) throws Unfit {
        long number = sheet.attribute("r")
                .filter(said -> Text.digits(said, 9))
                .map(Long::valueOf)
                .filter(said -> said > last)
                .orElse(last + 1);
        if (number > LAST_ROW) {
            throw new Unfit(Refusals.tooManyRows(LAST_ROW));
        }
        return number;
    }

    private void cells(HardenedXml sheet, SheetRow row) throws XMLStreamException, Unfit, IOException {
        while (sheet.nextChild()) {
            if (sheet.name().equals("c")) {
                row.add(sheet.attribute("r"), new SheetCell(sheet, styles).read(), strings);
            } else {
                sheet.skip();
            }
        }
    }

    @Override
    public void expectWidth(int headingCells) {
        width = headingCells;
    }

    @Override
    public double read() {
        return ended ? 1 : part.share(size);
    }

    @Override
    public void close() throws IOException {
        part.close();
    }
}
