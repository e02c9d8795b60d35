package org.tongqu.connectors.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** A workbook's table of shared texts, kept on disk: in memory are eight bytes for each, and the few that were asked for last. */
final class SharedStrings implements AutoCloseable {
    static final int MOST = 8_000_000;
    /** UTF-8 bytes of all of them. */
    static final long LARGEST = 512L << 20;

    private static final int REMEMBERED = 1 << 14;
    private static final int SHORT = 256;

    private final Spool texts;
    private long[] ends = new long[1 << 10];
    private int count;
    private final int[] rememberedIndex = new int[REMEMBERED];
    private final @Nullable String[] remembered = new String[REMEMBERED];

    private SharedStrings(Spool texts) {
        this.texts = texts;
        Arrays.fill(rememberedIndex, -1);
    }

    static SharedStrings none() throws IOException {
        return new SharedStrings(Spool.empty());
    }

    static SharedStrings of(InputStream part) throws IOException, Unfit {
        SharedStrings strings = none();
        try {
            strings.fill(HardenedXml.of(part));
            return strings;
        } catch (XMLStreamException bad) {
            strings.close();
            throw new Unfit(Refusals.brokenWorkbook());
        } catch (IOException | Unfit | RuntimeException trouble) {
            strings.close();
            throw trouble;
        }
    }

    private void fill(HardenedXml xml) throws IOException, XMLStreamException, Unfit {
        OutputStream to = new BufferedOutputStream(Channels.newOutputStream(texts.channel()), 1 << 16);
        long end = 0;
        while (xml.find("si")) {
            byte[] text = CellText.richText(xml).getBytes(StandardCharsets.UTF_8);
            to.write(text);
            end += text.length;
            add(end);
        }
        to.flush();
    }

    private void add(long end) throws Unfit {
        if (count == MOST || end > LARGEST) {
            throw new Unfit(Refusals.bomb());
        }
        ends = count == ends.length ? Arrays.copyOf(ends, count * 2) : ends;
        ends[count++] = end;
    }

    /** Absent where the table has no such text. */
    Optional<String> at(int index) throws IOException {
        if (index < 0 || index >= count) {
            return Optional.empty();
        }
        int place = index & (REMEMBERED - 1);
        String known = remembered[place];
        return Optional.of(rememberedIndex[place] == index && known != null ? known : read(index, place));
    }

    private String read(int index, int place) throws IOException {
        long from = index == 0 ? 0 : ends[index - 1];
        ByteBuffer bytes = ByteBuffer.allocate((int) (ends[index] - from));
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = texts.channel().read(bytes, from + bytes.position());
        }
        String text = new String(bytes.array(), StandardCharsets.UTF_8);
        if (text.length() <= SHORT) {
            rememberedIndex[place] = index;
            remembered[place] = text;
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        texts.close();
    }
}
