package org.tongqu.routes.out;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongqu.connectors.canon.Delivery;
import org.tongqu.connectors.canon.Fault;
import org.tongqu.connectors.canon.FileReport;
import org.tongqu.connectors.canon.FileReports;
import org.tongqu.connectors.canon.Parcel;
import org.tongqu.connectors.files.FileReportWriter;

/** Carries word that a file is done into its sender's {@code out/}; the disk is ours, so whatever fails is the hub's fault and tried again. */
public final class DeliverFileReport {
    private static final Logger LOG = LoggerFactory.getLogger(DeliverFileReport.class);

    private final FileReports reports;
    private final Path drop;

    /** @param drop folder of all partners' folders, {@code $TONGQU_HOME/drop} */
    public DeliverFileReport(FileReports reports, Path drop) {
        this.reports = reports;
        this.drop = drop;
    }

    /**
     * Writes receipt and rejected rows; the same parcel again writes the same files.
     *
     * @throws IllegalArgumentException for a parcel that carries anything else
     */
    public Delivery deliver(Parcel parcel) {
        return switch (parcel.load()) {
            case Parcel.Load.FileDone done -> write(parcel.partner(), done.messageId());
            case Parcel.Load.Demand demand ->
                throw new IllegalArgumentException(
                        "a demand is no file report: " + demand.asked().demandId());
        };
    }

    private Delivery write(String partner, String messageId) {
        try {
            FileReport report = reports.report(messageId);
            Path out = Files.createDirectories(drop.resolve(partner).resolve("out"));
            FileReportWriter.write(out, report, each -> reports.refusedRows(messageId, each));
            return new Delivery.Taken(null);
        } catch (IOException | RuntimeException trouble) {
            LOG.warn("The report of file {} could not be written for {}", messageId, partner, trouble);
            return new Delivery.Failed("The report could not be written: " + trouble, Fault.HUB, null);
        }
    }
}
