package org.tongqu.hub.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What others wrote down by themselves: senders what was acknowledged to them, partners what reached them. The ledger is held against it, so
 * that a loss shows of which the store itself knows nothing.
 *
 * @param sent what a sender holds a receipt for, e.g. {@code ORDER factory-mt1|HT-7}
 * @param delivered what partners hold
 * @param partners whose books are here whole, so that what is missing in them never came
 */
public record Witness(List<Sent> sent, List<Delivered> delivered, List<String> partners) {
    public static final Witness NONE = new Witness(List.of(), List.of(), List.of());
    private static final String WHOLE = "PARTNER";

    public Witness {
        sent = List.copyOf(sent);
        delivered = List.copyOf(delivered);
        partners = List.copyOf(partners);
    }

    /** @param key as {@link RoomAudit.Testimony} of this kind writes it */
    public record Sent(String kind, String key) {}

    /** @param times it took effect there */
    public record Delivered(String kind, String key, int times) {}

    /**
     * Reads {@code sent.tsv} ({@code KIND key}) and {@code delivered.tsv} ({@code KIND key times}, and {@code PARTNER code} for each whole book),
     * UTF-8, parted by tabs; a file that is not there says nothing.
     *
     * @throws StartRefused where a line is not of this form
     */
    public static Witness read(Path folder) {
        List<String[]> held = lines(folder.resolve("delivered.tsv"));
        return new Witness(
                lines(folder.resolve("sent.tsv")).stream()
                        .map(cells -> new Sent(cells[0], cells[1]))
                        .distinct()
                        .toList(),
                held.stream()
                        .filter(cells -> !cells[0].equals(WHOLE))
                        .map(cells -> new Delivered(cells[0], cells[1], Integer.parseInt(cells[2])))
                        .toList(),
                held.stream()
                        .filter(cells -> cells[0].equals(WHOLE))
                        .map(cells -> cells[1])
                        .toList());
    }

    private static List<String[]> lines(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        int cells = Objects.requireNonNull(file.getFileName()).toString().startsWith("sent") ? 2 : 3;
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank())
                    .map(line -> cells(file, line, cells))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String[] cells(Path file, String line, int count) {
        String[] cells = line.split("\t", -1);
        boolean isWhole = cells[0].equals(WHOLE) && cells.length == 2;
        boolean isNumbered = count == 2 || (cells.length == count && cells[2].matches("[0-9]{1,9}"));
        if (!isWhole && (cells.length != count || !isNumbered)) {
            throw new StartRefused(file + " 里这一行看不懂:" + line, "A line of " + file + " is not understood: " + line);
        }
        return cells;
    }

    Map<String, List<String>> sentByKind() {
        return sent.stream()
                .collect(Collectors.groupingBy(Sent::kind, Collectors.mapping(Sent::key, Collectors.toList())));
    }

    Map<String, List<String>> deliveredByKind() {
        return delivered.stream()
                .collect(Collectors.groupingBy(
                        Delivered::kind, Collectors.mapping(Delivered::key, Collectors.toList())));
    }
}
