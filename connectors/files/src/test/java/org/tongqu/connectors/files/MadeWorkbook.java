package org.tongqu.connectors.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Workbooks made by hand, part by part, as no spreadsheet would make them. */
final class MadeWorkbook {
    static final String ROW =
            "<c t='inlineStr'><is><t>2024-06-03</t></is></c><c t='inlineStr'><is><t>沈阳一机</t></is></c><c t='inlineStr'><is><t>CK6140</t></is></c><c><v>2</v></c><c><v>100</v></c><c><v>200</v></c><c t='inlineStr'><is><t>C-1</t></is></c><c t='inlineStr'><is><t>快</t></is></c>";
    static final String TYPES = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>";
    static final String PACKAGE =
            "<Relationships><Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='xl/workbook.xml'/></Relationships>";

    private MadeWorkbook() {}

    /** One sheet under the heading of {@link Sheets#HEADING}. */
    static byte[] of(String... rows) {
        return raw(sheet(rows));
    }

    static byte[] raw(String sheet) {
        return sheets("6月", sheet);
    }

    static String sheet(String... rows) {
        String heading = Arrays.stream(Sheets.HEADING.strip().split(",", -1))
                .map(cell -> "<c t='inlineStr'><is><t>" + cell + "</t></is></c>")
                .collect(Collectors.joining());
        return "<worksheet><sheetData><row>" + heading + "</row>"
                + Arrays.stream(rows).map(row -> "<row>" + row + "</row>").collect(Collectors.joining())
                + "</sheetData></worksheet>";
    }

    /** Names and contents by turns. */
    static byte[] sheets(String... namesAndContents) {
        return zip(zip -> {
            frame(zip, namesAndContents.length / 2, namesAndContents);
            for (int sheet = 0; sheet < namesAndContents.length / 2; sheet++) {
                part(zip, "xl/worksheets/sheet" + sheet + ".xml", namesAndContents[2 * sheet + 1]);
            }
        });
    }

    /** Everything but the sheets. */
    static void frame(ZipOutputStream zip, int sheets, String... names) throws IOException {
        StringBuilder workbook = new StringBuilder("<workbook><sheets>");
        StringBuilder relations = new StringBuilder("<Relationships>");
        for (int sheet = 0; sheet < sheets; sheet++) {
            workbook.append("<sheet name='%s' sheetId='%d' id='r%d'/>".formatted(names[2 * sheet], sheet + 1, sheet));
            relations.append("<Relationship Id='r%d' Type='x/worksheet' Target='worksheets/sheet%d.xml'/>"
                    .formatted(sheet, sheet));
        }
        part(zip, "[Content_Types].xml", TYPES);
        part(zip, "_rels/.rels", PACKAGE);
        part(zip, "xl/workbook.xml", workbook + "</sheets></workbook>");
        part(
                zip,
                "xl/_rels/workbook.xml.rels",
                relations + "<Relationship Id='s' Type='x/sharedStrings' Target='sharedStrings.xml'/></Relationships>");
    }

    interface Content {
        void into(ZipOutputStream zip) throws IOException;
    }

    static byte[] zip(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(bytes, content);
        return bytes.toByteArray();
    }

    static void write(OutputStream to, Content content) {
        try (ZipOutputStream zip = new ZipOutputStream(to)) {
            content.into(zip);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** The same parts, each changed as text. */
    static void copy(byte[] workbook, ZipOutputStream to, UnaryOperator<String> change) throws IOException {
        try (ZipFile from = ZipFile.builder().setByteArray(workbook).get()) {
            for (ZipArchiveEntry entry : Collections.list(from.getEntries())) {
                byte[] part = from.getInputStream(entry).readAllBytes();
                part(to, entry.getName(), change.apply(new String(part, StandardCharsets.UTF_8)));
            }
        }
    }
}
