package org.tongqu.routes.in;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A partner's drop folder: when a file is taken, what is left alone, and that no trouble loses or doubles one. */
class DropFolderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path home;

    private final KeptFiles journal = new KeptFiles();
    private final Hands clock = new Hands();
    private final AtomicInteger ids = new AtomicInteger();

    @SuppressWarnings("NullAway.Init")
    private DropFolder folder;

    @BeforeEach
    void aFolderThatWasLookedAtOnce() throws IOException {
        folder = newFolder();
        folder.look(() -> true);
    }

    @Test
    void aFileIsTakenOnceItLayStillForTwoSeconds() throws IOException {
        drop("六月.csv", "a");

        lookAfter(0);
        lookAfter(1_999);
        assertThat(journal.names()).isEmpty();
        lookAfter(1);

        assertThat(journal.all()).containsExactly(new KeptFiles.Kept("m-1", "agent-a001", "六月.csv", "a"));
        assertThat(names("in")).isEmpty();
        assertThat(names("taking")).isEmpty();
        assertThat(Files.readString(place("done", "六月.csv"))).isEqualTo("a");
    }

    @Test
    void aFileThatStillGrowsIsNotTaken() throws IOException {
        drop("a.csv", "1");
        lookAfter(0);
        for (int i = 0; i < 5; i++) {
            Files.writeString(place("in", "a.csv"), "more", StandardOpenOption.APPEND);
            lookAfter(1_900);
        }
        assertThat(journal.names()).isEmpty();

        lookAfter(2_000);
        assertThat(journal.all().getFirst().content()).isEqualTo("1" + "more".repeat(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.csv.part", "a.csv.tmp", ".a.csv", "A.PART"})
    void unfinishedNamesAreLeftAloneUntilTheyAreRenamed(String name) throws IOException {
        drop(name, "x");
        settle();
        assertThat(journal.names()).isEmpty();
        assertThat(names("in")).containsExactly(name);

        Files.move(place("in", name), place("in", "a.csv"));
        settle();
        assertThat(journal.names()).containsExactly("a.csv");
    }

    @Test
    void theSameNameAgainIsAFileOfItsOwnAndOverwritesNothingInDone() throws IOException {
        drop("a.csv", "1");
        settle();
        drop("a.csv", "2");
        settle();

        assertThat(journal.all()).extracting(KeptFiles.Kept::content).containsExactly("1", "2");
        assertThat(names("done")).containsExactlyInAnyOrder("a.csv", "a.csv.m-2");
        assertThat(Files.readString(place("done", "a.csv"))).isEqualTo("1");
    }

    @Test
    void aCrashAfterTheCommitKeepsTheFileOnce() throws IOException {
        journal.afterCommit(() -> {
            throw new IllegalStateException("killed");
        });
        drop("a.csv", "1");
        settle();
        assertThat(names("taking")).hasSize(1);

        journal.afterCommit(() -> {});
        folder = newFolder();
        settle();

        assertThat(journal.names()).containsExactly("a.csv");
        assertThat(names("done")).containsExactly("a.csv");
        assertThat(names("taking")).isEmpty();
    }

    @Test
    void oneFileThatCannotBeKeptDoesNotStopTheOthersAndIsTriedAgain() throws IOException {
        journal.fail("a.csv");
        drop("a.csv", "1");
        drop("b.csv", "2");
        settle();
        assertThat(journal.names()).containsExactly("b.csv");

        journal.mend("a.csv");
        settle();
        lookAfter(60_000);
        assertThat(journal.names()).containsExactly("b.csv", "a.csv");
        assertThat(names("done")).containsExactlyInAnyOrder("a.csv", "b.csv");
    }

    @Test
    void aFileWrittenWhileItWasReadIsReadOnceMore() throws IOException {
        drop("a.csv", "half");
        journal.during(() -> append(place("taking", names("taking").getFirst()), " and half"));
        settle();
        journal.during(() -> {});
        settle();

        assertThat(journal.all()).extracting(KeptFiles.Kept::content).containsExactly("half", "half and half");
        assertThat(Files.readString(place("done", "a.csv"))).isEqualTo("half and half");
    }

    @Test
    void linksFoldersAndPipesAreNeverFollowedAndTheirSenderIsToldWhy() throws Exception {
        Path secret = Files.writeString(home.resolve("secret"), "secret");
        Files.createSymbolicLink(place("in", "link.csv"), secret);
        Files.createSymbolicLink(place("in", "dangling.csv"), home.resolve("nowhere"));
        Files.createDirectory(place("in", "folder.csv"));
        assertThat(new ProcessBuilder("mkfifo", place("in", "pipe.csv").toString())
                        .start()
                        .waitFor(10, TimeUnit.SECONDS))
                .isTrue();
        drop("good.csv", "x");

        settle();

        assertThat(journal.names()).containsExactly("good.csv");
        assertThat(names("in")).isEmpty();
        assertThat(names("aside")).hasSize(4);
        assertThat(names("out"))
                .contains("link.csv.note.json", "dangling.csv.note.json", "folder.csv.note.json", "pipe.csv.note.json");
        assertThat(Files.readString(place("out", "link.csv.note.json")))
                .contains("LINK")
                .contains("符号链接")
                .contains("link")
                .doesNotContain(secret.toString());
        assertThat(Files.readString(secret)).isEqualTo("secret");
    }

    @Test
    void namesInOddBytesAndOverlongNamesAreTakenUnderNamesThatCanBeWritten() throws Exception {
        odd("b\\xc3\\x28.csv");
        odd("\\xbc\\xc6\\xbb\\xae.csv");
        odd("new\\nline.csv");
        drop("长".repeat(80) + ".csv", "x");
        drop("good.csv", "x");

        settle();

        assertThat(journal.names()).hasSize(5).contains("good.csv").allSatisfy(name -> {
            assertThat(name).doesNotContain("\uFFFD").doesNotContain("\n");
            assertThat(name.getBytes(StandardCharsets.UTF_8).length + ".rejected.csv".length())
                    .isLessThan(255);
        });
        assertThat(names("in")).isEmpty();
        assertThat(names("done")).hasSize(5);
    }

    @Test
    void aNameInGbkBytesIsReadForWhatItSaysAndItsSenderIsToldTheNameOfItsReceipt() throws Exception {
        odd("\\xbc\\xc6\\xbb\\xae.csv");

        settle();

        assertThat(journal.all())
                .extracting(KeptFiles.Kept::name, KeptFiles.Kept::content)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("计划.csv", "x"));
        assertThat(names("done")).containsExactly("计划.csv");
        assertThat(names("in")).isEmpty();
        assertThat(Files.readString(place("out", "计划.csv.note.json")))
                .contains("\"TAKEN\"", "ODD_NAME", "计划.csv", "UTF-8 文件名");
    }

    @Test
    void twoNamesOfTheSameWordsInDifferentBytesAreTwoFiles() throws Exception {
        odd("\\xbc\\xc6\\xbb\\xae.csv");
        drop("计划.csv", "y");

        settle();

        assertThat(journal.all()).extracting(KeptFiles.Kept::content).containsExactlyInAnyOrder("x", "y");
        assertThat(names("done")).hasSize(2);
    }

    @Test
    void aFileThatShrinksOrIsPutInAnothersPlaceWhileItIsReadIsReadOnceMore() throws IOException {
        drop("shrinks.csv", "a long first version");
        journal.during(() -> overwrite(place("taking", names("taking").getFirst()), "short"));
        settle();
        journal.during(() -> {});
        settle();
        assertThat(journal.all().getLast().content()).isEqualTo("short");

        drop("replaced.csv", "old");
        journal.during(() -> {
            Path taken = place("taking", names("taking").getFirst());
            overwrite(place("aside", "new"), "new");
            move(place("aside", "new"), taken);
        });
        settle();
        journal.during(() -> {});
        settle();

        assertThat(journal.all().getLast().content()).isEqualTo("new");
        assertThat(Files.readString(place("done", "replaced.csv"))).isEqualTo("new");
        assertThat(names("taking")).isEmpty();
    }

    @Test
    void threeThousandFilesAreTakenInBoundedPagesEachOnceAndALookStaysShort() throws IOException {
        int many = 3_000;
        for (int i = 0; i < many; i++) {
            Files.createFile(place("in", "f" + i + ".csv"));
        }
        lookAfter(0);
        int looks = 0;
        while (!names("in").isEmpty()) {
            int before = journal.names().size();
            lookAfter(2_000);
            assertThat(journal.names().size() - before).isLessThanOrEqualTo(200);
            looks++;
        }

        assertThat(new HashSet<>(journal.names())).hasSize(many);
        assertThat(journal.names()).hasSize(many);
        assertThat(looks).isLessThan(20);
    }

    @Test
    void aThousandFilesAndMoreAreTakenPageByPage() throws IOException {
        for (int i = 0; i < 1_300; i++) {
            drop("f" + i + ".csv", "x" + i);
        }
        lookAfter(0);
        lookAfter(2_000);
        assertThat(journal.names()).hasSize(200);
        for (int i = 0; i < 12; i++) {
            lookAfter(2_000);
        }

        Set<String> distinct = new HashSet<>(journal.names());
        assertThat(distinct).hasSize(1_300);
        assertThat(journal.names()).hasSize(1_300);
        assertThat(names("done")).hasSize(1_300);
    }

    @Test
    void whileTheStoreIsAwayTheFolderIsNotEmptied() throws IOException {
        for (int i = 0; i < 20; i++) {
            drop("f" + i + ".csv", "x");
            journal.fail("f" + i + ".csv");
        }
        settle();

        assertThat(names("taking")).hasSize(3);
        assertThat(names("in")).hasSize(17);
    }

    @Test
    void aHubThatStopsFinishesTheFileAtHandAndNoMore() throws IOException {
        drop("a.csv", "1");
        drop("b.csv", "2");
        lookAfter(0);
        clock.now = clock.now.plusSeconds(3);

        folder.look(() -> journal.all().isEmpty());

        assertThat(journal.all()).hasSize(1);
        assertThat(names("in")).hasSize(1);
        assertThat(names("done")).hasSize(1);
    }

    private DropFolder newFolder() {
        return new DropFolder(
                "agent-a001", home.resolve("agent-a001"), journal, clock, () -> "t" + ids.incrementAndGet());
    }

    private void settle() throws IOException {
        lookAfter(0);
        lookAfter(2_000);
        lookAfter(2_000);
    }

    private void lookAfter(int millis) throws IOException {
        clock.now = clock.now.plus(Duration.ofMillis(millis));
        folder.look(() -> true);
    }

    private void drop(String name, String content) throws IOException {
        Files.writeString(place("in", name), content);
    }

    /** Java writes no such name, so a shell does. */
    private void odd(String printf) throws Exception {
        String script = "printf x > \"$1/$(printf '" + printf + "')\"";
        int exit = new ProcessBuilder(
                        "bash", "-c", script, "bash", place("in", "").toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(exit).isZero();
    }

    private Path place(String folderName, String name) {
        return home.resolve("agent-a001").resolve(folderName).resolve(name);
    }

    private List<String> names(String folderName) {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(place(folderName, ""))) {
            files.forEach(file -> names.add(String.valueOf(file.getFileName())));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
        return names;
    }

    private static void overwrite(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static void append(Path file, String more) {
        try {
            Files.writeString(file, more, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    /** A clock whose hands the test moves. */
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-03-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
