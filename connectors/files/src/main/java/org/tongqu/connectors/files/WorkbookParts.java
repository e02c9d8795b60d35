package org.tongqu.connectors.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The parts of a workbook's package, unpacked one at a time and never to disk. A part that claims or turns out to unpack to more than it may is a bomb,
 * and one name twice is two workbooks in one file; both are refused.
 */
final class WorkbookParts implements AutoCloseable {
    static final int MOST_PARTS = 2_000;
    /** Bytes of one part; a sheet of 1,048,576 rows and twenty columns has about one gibibyte. */
    static final long LARGEST_PART = 2L << 30;
    /** Unpacked bytes for each packed one; real sheets have five to fifty. */
    static final int MOST_RATIO = 100;
    /** Bytes below which the ratio says nothing. */
    private static final long SMALL = 8 << 20;

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> parts;

    private WorkbookParts(ZipFile zip, Map<String, ZipArchiveEntry> parts) {
        this.zip = zip;
        this.parts = parts;
    }

    /** The spool goes with it. */
    static WorkbookParts of(Spool spool) throws IOException, Unfit {
        DirectoryBudget budget = new DirectoryBudget(spool.channel());
        ZipFile zip;
        try {
            zip = ZipFile.builder()
                    .setSeekableByteChannel(budget)
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (IOException | RuntimeException bad) {
            throw new Unfit(Refusals.brokenWorkbook());
        }
        budget.lift();
        return new WorkbookParts(zip, named(Collections.list(zip.getEntries())));
    }

    private static Map<String, ZipArchiveEntry> named(List<ZipArchiveEntry> entries) throws Unfit {
        if (entries.size() > MOST_PARTS) {
            throw new Unfit(Refusals.tooManyParts(MOST_PARTS));
        }
        Map<String, ZipArchiveEntry> named = new HashMap<>();
        for (ZipArchiveEntry entry : entries) {
            if (named.put(key(entry.getName()), entry) != null) {
                throw new Unfit(Refusals.partTwice(entry.getName()));
            }
        }
        return named;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    boolean has(String name) {
        return parts.containsKey(key(name));
    }

    /** What a part says it unpacks to. */
    long size(String name) {
        ZipArchiveEntry entry = parts.get(key(name));
        return entry == null ? 0 : entry.getSize();
    }

    Optional<InputStream> open(String name) throws IOException, Unfit {
        ZipArchiveEntry entry = parts.get(key(name));
        if (entry == null) {
            return Optional.empty();
        }
        if (!zip.canReadEntryData(entry)) {
            throw new Unfit(Refusals.brokenWorkbook());
        }
        long most = most(entry);
        if (entry.getSize() > most) {
            throw new Unfit(Refusals.bomb());
        }
        return Optional.of(new Bounded(zip.getInputStream(entry), most));
    }

    private static long most(ZipArchiveEntry entry) {
        return Math.min(LARGEST_PART, Math.max(SMALL, MOST_RATIO * entry.getCompressedSize()));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Believes no size it was told, and ends where the bytes that come are too many. */
    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream bytes, long most) {
            super(bytes);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            return counted(super.read() < 0 ? -1 : 1);
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            return counted(super.read(to, from, length));
        }

        private int counted(int read) throws IOException {
            left -= Math.max(read, 0);
            if (left < 0) {
                throw new IOException("the part unpacks to more than it may");
            }
            return read;
        }
    }
}
