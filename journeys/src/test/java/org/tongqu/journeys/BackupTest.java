package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The machine is gone and there is a backup of some time ago: partners send again, and nothing is missing and nothing there twice. */
@ExtendWith(SharedGroup.class)
class BackupTest {
    private final Mortal mortal;
    private final RunningHub hub;

    BackupTest(Mortal mortal) {
        this.mortal = mortal;
        this.hub = mortal.hub();
    }

    @Test
    @Tag("S4-02")
    void restored_from_a_backup_made_at_work_the_hub_has_all_once_partners_send_again() throws Exception {
        mortal.group().factory("factory-mt1");
        Path backup = Product.freshFolder("backup").resolve("monday.zip");
        Traffic traffic = new Traffic(hub);
        traffic.start();
        traffic.awaitSome(20);
        RunningHub.Ended made = hub.launchBeside("backup", Map.of(), backup.toString());
        assertThat(made.exitCode()).as(made.said()).isZero();
        traffic.awaitSome(20);
        traffic.stop();
        hub.kill9();

        RunningHub restored = RunningHub.empty(
                "restored", Map.of("TONGQU_PORT", "" + hub.url().getPort()));
        RunningHub.Ended unpacked = restored.launchBeside("restore", Map.of(), backup.toString());
        assertThat(unpacked.exitCode()).as(unpacked.said()).isZero();
        restored.start();
        try {
            traffic.sendAllAgain();
            everything_is_done();
            the_audit_agrees(restored, traffic);
            a_home_that_holds_something_is_not_overwritten(restored, backup);
        } finally {
            restored.stop();
            hub.start();
        }
        the_old_home_is_as_it_was(traffic);
    }

    /** It answers where the old one did, as its partners expect. */
    private void everything_is_done() {
        for (String state : List.of("RECEIVED", "UNDERSTOOD")) {
            Watching.until(
                    "nothing " + state,
                    Duration.ofMinutes(2),
                    () -> hub.as("desk").all("/api/v1/messages?state=" + state),
                    List::isEmpty);
        }
    }

    private static void the_audit_agrees(RunningHub restored, Traffic traffic)
            throws IOException, InterruptedException {
        Path witness = Product.freshFolder("witness");
        Files.write(witness.resolve("sent.tsv"), traffic.testimony());
        RunningHub.Ended audit = restored.launchBeside("audit", Map.of(), "--witness", witness.toString());
        assertThat(audit.exitCode()).as(audit.said()).isZero();
        assertThat(audit.said()).contains("lost\t0", "doubled\t0", "astray\t0");
    }

    private static void a_home_that_holds_something_is_not_overwritten(RunningHub restored, Path backup)
            throws InterruptedException {
        RunningHub.Ended again = restored.launchBeside("restore", Map.of(), backup.toString());
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.said()).contains("There is data in", "里已有数据");
    }

    private void the_old_home_is_as_it_was(Traffic traffic) throws IOException, InterruptedException {
        traffic.sendAgainWhatNobodyAcknowledged();
        assertThat(hub.as("factory-mt1")
                        .all("/api/v1/orders?orderNo=" + traffic.orders().getFirst()))
                .hasSize(1);
    }

    @Test
    void a_file_that_is_no_backup_is_refused_and_leaves_nothing(@TempDir Path folder) throws Exception {
        Path torn = folder.resolve("torn.zip");
        Files.writeString(torn, "not a backup");
        RunningHub.Ended ended =
                RunningHub.empty("not-restored", Map.of()).launchBeside("restore", Map.of(), torn.toString());
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.said()).contains("is no whole backup of Tongqu");
    }
}
