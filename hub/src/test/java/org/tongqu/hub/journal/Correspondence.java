package org.tongqu.hub.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Receipt;

/** What senders have said, and what they were told about it; they keep each thing until a receipt comes, and may send it again after. */
final class Correspondence {
    private final String run;
    private final SplittableRandom random;
    private final Path folder;
    private final List<Letter> letters = new ArrayList<>();
    private final List<Dropped> files = new ArrayList<>();
    private final List<LedgerRoom.Note> plain = new ArrayList<>();
    private int numbers;

    Correspondence(String run, SplittableRandom random, Path folder) {
        this.run = run;
        this.random = random;
        this.folder = folder;
    }

    /** One message and the receipts that came for it. */
    static final class Letter {
        private final String name;
        private final String said;
        private final Optional<String> key;
        private final List<Receipt> receipts = new ArrayList<>();

        Letter(String name, String said, Optional<String> key) {
            this.name = name;
            this.said = said;
            this.key = key;
        }

        String name() {
            return name;
        }

        String said() {
            return said;
        }

        Optional<String> key() {
            return key;
        }

        boolean acknowledged() {
            return !receipts.isEmpty();
        }

        boolean taken() {
            return receipts.stream().anyMatch(receipt -> receipt.status() != Receipt.Status.REFUSED);
        }

        boolean refusedLater() {
            return taken() && receipts.getLast().status() == Receipt.Status.REFUSED;
        }

        void told(Receipt receipt) {
            receipts.add(receipt);
        }
    }

    /** A file under the name it was taken by; the id is what the hub told first. */
    static final class Dropped {
        private final String name;
        private final String taken;
        private final Path path;
        private final int good;
        private final int bad;
        private @Nullable String messageId;

        Dropped(String name, String taken, Path path, int good, int bad) {
            this.name = name;
            this.taken = taken;
            this.path = path;
            this.good = good;
            this.bad = bad;
        }

        String name() {
            return name;
        }

        String taken() {
            return taken;
        }

        Path path() {
            return path;
        }

        /** Copies report under one number, so that their rows are the same rows. */
        String reportNo() {
            return String.valueOf(path.getFileName()).replace(".csv", "");
        }

        int good() {
            return good;
        }

        int bad() {
            return bad;
        }

        @Nullable
        String messageId() {
            return messageId;
        }

        void told(String id) {
            if (messageId != null && !messageId.equals(id)) {
                throw new AssertionError(taken + " is " + messageId + " and " + id);
            }
            messageId = id;
        }
    }

    List<Letter> letters() {
        return letters;
    }

    List<Dropped> files() {
        return files;
    }

    /** Notes of all that was taken: each ought to have taken effect, but for those their room refuses. */
    Set<String> promised() {
        Set<String> promised = new TreeSet<>();
        letters.stream()
                .filter(letter -> letter.taken() && !letter.said().contains(LedgerRoom.REFUSED))
                .forEach(letter -> LedgerRoom.Note.all(letter.said()).forEach(note -> promised.add(note.text())));
        return promised;
    }

    Letter says() {
        String said = switch (random.nextInt(20)) {
            case 0 -> fresh(LedgerRoom.REFUSED);
            case 1 -> fresh(LedgerRoom.POISON);
            case 2, 3, 4 -> plainNote() + ";" + plainNote() + ";" + plainNote();
            case 5, 6, 7, 8, 9 -> earlier().map(this::revised).orElseGet(this::plainNote);
            case 10, 11, 12 ->
                earlier().map(note -> note.text() + ";" + plainNote()).orElseGet(this::plainNote);
            case 13 -> earlier().map(Correspondence::otherwise).orElseGet(this::plainNote);
            default -> plainNote();
        };
        String name = "letter " + (letters.size() + 1);
        Letter letter = new Letter(name, said, random.nextBoolean() ? Optional.of(run + " " + name) : Optional.empty());
        letters.add(letter);
        return letter;
    }

    private Optional<LedgerRoom.Note> earlier() {
        return plain.isEmpty() ? Optional.empty() : Optional.of(plain.get(random.nextInt(plain.size())));
    }

    private String fresh(String words) {
        return run + "-" + ++numbers + "/1=" + words;
    }

    private String plainNote() {
        return kept(LedgerRoom.Note.of(fresh("一")));
    }

    /** The revision after the highest there is: an earlier one may still be on its way. */
    private String revised(LedgerRoom.Note of) {
        int highest = plain.stream()
                .filter(note -> note.number().equals(of.number()))
                .mapToInt(LedgerRoom.Note::revision)
                .max()
                .orElse(0);
        return kept(new LedgerRoom.Note(of.number(), highest + 1, "改"));
    }

    private String kept(LedgerRoom.Note note) {
        plain.add(note);
        return note.text();
    }

    private static String otherwise(LedgerRoom.Note note) {
        return new LedgerRoom.Note(note.number(), note.revision(), "异").text();
    }

    Dropped drops() {
        int n = files.size() + 1;
        boolean again = n > 1 && random.nextInt(4) == 0;
        Dropped file = again ? copyOf(files.get(random.nextInt(files.size())), n) : written(n);
        files.add(file);
        return file;
    }

    private Dropped copyOf(Dropped file, int n) {
        return new Dropped("file-" + n + ".csv", run + "-file-" + n, file.path(), file.good(), file.bad());
    }

    private Dropped written(int n) {
        int rows = 3 + random.nextInt(30);
        Set<Integer> bad = new HashSet<>();
        for (int some = random.nextInt(3); some > 0; some--) {
            bad.add(random.nextInt(rows));
        }
        StringBuilder text = new StringBuilder("报表编号,行号,销售日期,客户名称,产品编码,数量,单价\n");
        for (int row = 0; row < rows; row++) {
            text.append("%s-file-%d,%d,%s,沈阳某厂%d,CK6150,%d,380000\n"
                    .formatted(run, n, row, bad.contains(row) ? "2026-13-40" : "2026-02-11", row % 5, row + 1));
        }
        Path path = folder.resolve(run + "-file-" + n + ".csv");
        try {
            Files.writeString(path, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return new Dropped("file-" + n + ".csv", run + "-file-" + n, path, rows - bad.size(), bad.size());
    }
}
