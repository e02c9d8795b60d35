package org.tongqu.connectors.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** An XLSX workbook opened for reading: its visible sheets in order, with the texts and styles they share. Formulas are never worked out, links never followed. */
final class Workbook implements AutoCloseable {
    /** Bytes of the file as sent. */
    static final long LARGEST = 256L << 20;

    private static final int MOST_SHEETS = 200;

    /** A visible worksheet. */
    record Sheet(String name, String part) {}

    private final Spool spool;
    private final WorkbookParts parts;
    private final SharedStrings strings;
    private final CellStyles styles;
    private final List<Sheet> sheets;

    private Workbook(Spool spool, WorkbookParts parts, SharedStrings strings, CellStyles styles, List<Sheet> sheets) {
        this.spool = spool;
        this.parts = parts;
        this.strings = strings;
        this.styles = styles;
        this.sheets = sheets;
    }

    /** The spool goes with the workbook, and at once where the file is none. */
    static Workbook open(Spool spool) throws IOException, Unfit {
        try {
            return open(spool, WorkbookParts.of(spool));
        } catch (XMLStreamException bad) {
            spool.close();
            throw new Unfit(Refusals.brokenWorkbook());
        } catch (Unfit | RuntimeException trouble) {
            spool.close();
            throw trouble;
        } catch (IOException badPart) {
            spool.close();
            throw new Unfit(Refusals.brokenWorkbook());
        }
    }

    private static Workbook open(Spool spool, WorkbookParts parts) throws IOException, XMLStreamException, Unfit {
        String main = main(parts);
        WorkbookRelations relations = WorkbookRelations.of(parts, main);
        List<Sheet> sheets = new ArrayList<>();
        boolean from1904 = read(parts, main, relations, sheets);
        refuseForeignSchemas(parts, relations);
        CellStyles styles = styles(parts, relations, from1904);
        return new Workbook(spool, parts, strings(parts, relations), styles, List.copyOf(sheets));
    }

    private static String main(WorkbookParts parts) throws IOException, XMLStreamException, Unfit {
        if (!parts.has("[Content_Types].xml")) {
            throw new Unfit(parts.has("content.xml") ? Refusals.notXlsx("ODS") : Refusals.archive());
        }
        String main = WorkbookRelations.of(parts, "")
                .first("officeDocument")
                .orElseThrow(() -> new Unfit(Refusals.brokenWorkbook()));
        if (main.endsWith(".bin")) {
            throw new Unfit(Refusals.notXlsx("XLSB"));
        }
        return main;
    }

    /** Fills in the visible sheets and says whether days are counted from 1904. */
    private static boolean read(WorkbookParts parts, String main, WorkbookRelations relations, List<Sheet> sheets)
            throws IOException, XMLStreamException, Unfit {
        boolean from1904 = false;
        try (InputStream bytes = required(parts, main)) {
            HardenedXml xml = HardenedXml.of(bytes);
            if (!xml.nextChild() || !xml.name().equals("workbook")) {
                throw new Unfit(Refusals.notXlsx("DOCX/PPTX"));
            }
            while (xml.next()) {
                if (xml.starts() && xml.name().equals("workbookPr")) {
                    from1904 = xml.attribute("date1904").filter(Workbook::yes).isPresent();
                } else if (xml.starts() && xml.name().equals("sheet") && sheets.size() < MOST_SHEETS) {
                    visible(xml, relations).ifPresent(sheets::add);
                }
            }
        }
        return from1904;
    }

    private static boolean yes(String value) {
        return value.equals("1") || value.equals("true");
    }

    private static Optional<Sheet> visible(HardenedXml xml, WorkbookRelations relations) {
        if (!xml.attribute("state").orElse("visible").equals("visible")) {
            return Optional.empty();
        }
        String name = xml.attribute("name").orElse("");
        return xml.attribute("id").flatMap(relations::worksheet).map(part -> new Sheet(name, part));
    }

    /** A schema that refers elsewhere is bait for programs that fetch it; we do not, and do not want such a file either. */
    private static void refuseForeignSchemas(WorkbookParts parts, WorkbookRelations relations)
            throws IOException, XMLStreamException, Unfit {
        Optional<String> maps = relations.first("xmlMaps");
        if (maps.isEmpty()) {
            return;
        }
        try (InputStream bytes = required(parts, maps.get())) {
            HardenedXml xml = HardenedXml.of(bytes);
            while (xml.next()) {
                if (xml.starts() && xml.attribute("schemaLocation").isPresent()) {
                    throw new Unfit(Refusals.foreignSchema());
                }
            }
        }
    }

    private static CellStyles styles(WorkbookParts parts, WorkbookRelations relations, boolean from1904)
            throws IOException, XMLStreamException, Unfit {
        Optional<InputStream> part = part(parts, relations, "styles");
        if (part.isEmpty()) {
            return CellStyles.none(from1904);
        }
        try (InputStream bytes = part.get()) {
            return CellStyles.of(bytes, from1904);
        }
    }

    private static SharedStrings strings(WorkbookParts parts, WorkbookRelations relations) throws IOException, Unfit {
        Optional<InputStream> part = part(parts, relations, "sharedStrings");
        if (part.isEmpty()) {
            return SharedStrings.none();
        }
        try (InputStream bytes = part.get()) {
            return SharedStrings.of(bytes);
        }
    }

    private static Optional<InputStream> part(WorkbookParts parts, WorkbookRelations relations, String word)
            throws IOException, Unfit {
        Optional<String> name = relations.first(word);
        return name.isEmpty() ? Optional.empty() : parts.open(name.get());
    }

    private static InputStream required(WorkbookParts parts, String name) throws IOException, Unfit {
        return parts.open(name).orElseThrow(() -> new Unfit(Refusals.brokenWorkbook()));
    }

    List<Sheet> sheets() {
        return sheets;
    }

    /** The rows of a sheet from its top; as often as asked for. */
    SheetRows rows(Sheet sheet) throws IOException, Unfit {
        return new SheetRows(required(parts, sheet.part()), parts.size(sheet.part()), strings, styles, spool.size());
    }

    @Override
    public void close() throws IOException {
        try (strings;
                parts) {
            spool.close();
        }
    }
}
