package org.tongqu.connectors.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is read the short way is read as the long way reads it")
class ShortWaysTest {
    private static final int TRIES = 200_000;
    private static final Pattern TOTAL =
            Pattern.compile(".{0,10}(合计|总计|小计|共计|累计)(金额|数量)?\\p{N}*[笔台条行项]?|(sub|grand)?totals?|sum");
    private static final List<String> PIECES = List.of(
            "合", "计", "計", "总", "總", "小", "数量", "金额", "３", "笔", "sub", "Grand", "total", "ＴＯＴＡＬ", "ſum", "SUM", "s",
            "㎏", "①", "\u0301", "（", "）", "(", "[x]", "【", "：", " ", "\u3000", "-", "P", "T", "沈阳", "𠀀", "İ", "\uFEFF",
            "\n");

    @Test
    @DisplayName("no cell is taken for a total, or kept from being one, by what it begins with")
    void totals() {
        for (String cell : madeOf(PIECES, 6)) {
            assertThat(TotalWords.is(cell))
                    .as(cell)
                    .isEqualTo(TOTAL.matcher(Unit.headingWithout(cell)).matches());
        }
    }

    @Test
    @DisplayName("no other character turns into 计 or 計 when a cell is made comparable")
    void noHiddenTotal() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(point -> Text.plain(Character.toString(point)).contains("计"))
                        .mapToObj(Character::toString))
                .containsExactlyInAnyOrder("计", "計");
    }

    @Test
    @DisplayName("ASCII and the common Chinese characters, alone or side by side, have but one Unicode form")
    void forms() {
        List<String> common = new ArrayList<>(List.of("Å", "\u0301", "ﬁ", "가", "Ａ"));
        IntStream.rangeClosed(0, 0x9FFF).filter(c -> c < 0x80 || c >= 0x4E00).forEach(c -> common.add("" + (char) c));
        for (String text : madeOf(common, 4)) {
            assertThat(Text.compatible(text)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFKC));
            assertThat(Text.composed(text)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
        }
        common.forEach(
                one -> assertThat(Text.compatible(one)).isEqualTo(Normalizer.normalize(one, Normalizer.Form.NFKC)));
    }

    @Test
    @DisplayName("a figure in plain digits is the figure it is with a sign of money before it")
    void figures() {
        List<String> digits = List.of("0", "00", "1", "5", "907", "12345678", "1234567890123456", ".");
        for (String cell : madeOf(digits, 5)) {
            for (BigDecimal factor : List.of(BigDecimal.ONE, new BigDecimal("10000"))) {
                assertThat(figure(cell, factor)).as(cell).isEqualTo(figure("¥" + cell, factor));
            }
        }
    }

    private static Optional<BigDecimal> figure(String cell, BigDecimal factor) {
        return Figures.read(Column.QTY, cell, factor, wrong -> {});
    }

    @Test
    @DisplayName("a day as programs write it is the day it is with other signs between")
    void days() {
        List<String> parts = List.of("2024", "1949", "0000", "06", "02", "13", "31", "30", "3", "-", "-", "-");
        for (String cell : madeOf(parts, 6)) {
            if (cell.length() == 10 && cell.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                assertThat(day(cell)).as(cell).isEqualTo(day(cell.replace('-', '.')));
            }
        }
    }

    @Test
    @DisplayName("a day is none where a sign between its figures is no sign of days")
    void noDays() {
        assertThat(List.of("2024x06-03", "2024-06x03", "2024-06:03", "2024-0６-0x", "2024-06-3x"))
                .allSatisfy(cell -> assertThat(day(cell)).isEmpty());
    }

    private static Optional<LocalDate> day(String cell) {
        return Dates.read(Column.SOLD_ON, cell, wrong -> {});
    }

    @Test
    @DisplayName("a word is its letters and numbers, of whatever script")
    void words() {
        Pattern notWord = Pattern.compile("[^\\p{L}\\p{N}]");
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT).forEach(point -> {
            String text = Character.toString(point);
            String letters = notWord.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                    .replaceAll("");
            assertThat(Text.plain(text).isEmpty()).as(text).isEqualTo(letters.isEmpty());
        });
    }

    @Test
    @DisplayName("a line is whole up to its last byte that may be kept, wherever in the file it stands")
    void lines() throws IOException {
        for (int before : new int[] {0, 1, 30_000, PhysicalLines.MAX_BYTES - 2, PhysicalLines.MAX_BYTES - 1}) {
            for (int length = PhysicalLines.MAX_BYTES - 2; length <= PhysicalLines.MAX_BYTES + 2; length++) {
                byte[] file = ("b".repeat(before) + "\n" + "l".repeat(length) + "\nend").getBytes(UTF_8);
                PhysicalLines lines = new PhysicalLines(new ByteArrayInputStream(file), Encoding.UTF_8);
                assertLine(lines, before);
                assertLine(lines, length);
                assertLine(lines, "end".length());
            }
        }
    }

    private static void assertLine(PhysicalLines lines, int length) throws IOException {
        PhysicalLine line = Objects.requireNonNull(lines.next());
        assertThat(line.bytes()).hasSize(Math.min(length, PhysicalLines.MAX_BYTES));
        assertThat(line.cut()).isEqualTo(length > PhysicalLines.MAX_BYTES);
    }

    @Test
    @DisplayName("bytes that are no text of the charset are never taken for text")
    void bytes() {
        Random random = new Random(7);
        for (int i = 0; i < TRIES; i++) {
            Encoding encoding = Encoding.READ.get(i % Encoding.READ.size());
            byte[] bytes = bytes(random, encoding);
            assertThat(encoding.strict(bytes)).isEqualTo(decoded(encoding, bytes));
        }
    }

    /** Half of them good text with a byte astray, so that not all are bad. */
    private static byte[] bytes(Random random, Encoding encoding) {
        byte[] bytes = encoding.encode("沈阳A\uFFFD𠀀é".substring(0, random.nextInt(8)));
        for (int spoilt = bytes.length == 0 ? 0 : random.nextInt(3); spoilt > 0; spoilt--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static Optional<String> decoded(Encoding encoding, byte[] bytes) {
        try {
            return Optional.of(java.nio.charset.Charset.forName(encoding.charsetName())
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException bad) {
            return Optional.empty();
        }
    }

    private static List<String> madeOf(List<String> pieces, int most) {
        Random random = new Random(11);
        List<String> made = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            StringBuilder text = new StringBuilder();
            for (int piece = 1 + random.nextInt(most); piece > 0; piece--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            made.add(text.toString());
        }
        return made;
    }
}
