package org.tongqu.routes.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.connectors.canon.Delivery;
import org.tongqu.connectors.canon.DemandWord;
import org.tongqu.connectors.canon.Fault;
import org.tongqu.connectors.canon.FileReport;
import org.tongqu.connectors.canon.FileReports;
import org.tongqu.connectors.canon.Parcel;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.SalesSheet.Form;

/** Word that a file is done reaches its sender's out/, or comes back as the hub's own failure to be tried again. */
class DeliverFileReportTest {
    private static final Parcel DONE = new Parcel("p-1", "agent-a001", new Parcel.Load.FileDone("m-1", "六月.csv"), 1, 1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path drop;

    @Test
    void theSenderFindsReceiptAndRefusedRows() throws IOException {
        Delivery delivery = new DeliverFileReport(new OneReport(), drop).deliver(DONE);

        assertThat(delivery).isEqualTo(new Delivery.Taken(null));
        assertThat(drop.resolve("agent-a001/out/六月.csv.receipt.json")).content().contains("\"messageId\" : \"m-1\"");
        assertThat(drop.resolve("agent-a001/out/六月.csv.rejected.csv"))
                .content()
                .contains("x,2,BAD_NUMBER,数量不是数,qty is no number");
    }

    @Test
    void theSameParcelAgainLeavesTheSameFiles() throws IOException {
        DeliverFileReport deliver = new DeliverFileReport(new OneReport(), drop);
        deliver.deliver(DONE);
        String before = Files.readString(drop.resolve("agent-a001/out/六月.csv.rejected.csv"));
        deliver.deliver(DONE);

        assertThat(drop.resolve("agent-a001/out/六月.csv.rejected.csv")).content().isEqualTo(before);
    }

    @Test
    void whatCannotBeWrittenIsTheHubsFailure() throws IOException {
        Files.writeString(drop.resolve("agent-a001"), "a file where the folder should be");

        Delivery delivery = new DeliverFileReport(new OneReport(), drop).deliver(DONE);

        assertThat(delivery)
                .isInstanceOfSatisfying(
                        Delivery.Failed.class,
                        failed -> assertThat(failed.fault()).isEqualTo(Fault.HUB));
    }

    @Test
    void aDemandIsNotForThisRoad() {
        OffsetDateTime now = OffsetDateTime.parse("2026-03-01T00:00:00+08:00");
        DemandWord.Asked asked = new DemandWord.Asked(
                "d",
                "n",
                "1",
                "A",
                "s",
                null,
                null,
                null,
                new CustomerSaid("c", null, null, null, null, null),
                List.of(),
                now,
                now,
                null);
        Parcel demand = new Parcel("p", "f", new Parcel.Load.Demand(asked), 1, 1);

        assertThatThrownBy(() -> new DeliverFileReport(new OneReport(), drop).deliver(demand))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static final class OneReport implements FileReports {
        @Override
        public FileReport report(String messageId) {
            Form form = new Form(Form.Kind.TEXT, "UTF-8", false, ',', List.of("数量"), 1);
            return new FileReport(
                    messageId, "agent-a001", "六月.csv", "REFUSED", 1, 0, 1, 0, 0, "ab", null, null, List.of(), form);
        }

        @Override
        public void refusedRows(String messageId, Consumer<FileReport.RefusedRow> each) {
            Refusal refusal = new Refusal("qty", "BAD_NUMBER", "数量不是数", "qty is no number");
            each.accept(new FileReport.RefusedRow(2, "x".getBytes(StandardCharsets.UTF_8), List.of(refusal)));
        }
    }
}
