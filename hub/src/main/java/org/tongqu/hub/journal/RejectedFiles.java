package org.tongqu.hub.journal;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.FileReport;
import org.tongqu.connectors.files.FileReportWriter;
import org.tongqu.hub.journal.JournalPages.Rejection;

/** The rows of a file that went back, as the file its sender finds in {@code out/}: made anew from what is stored, for whoever may see the message. */
@Component
class RejectedFiles {
    private final ReportStore reports;

    RejectedFiles(ReportStore reports) {
        this.reports = reports;
    }

    /** Empty where nothing went back, where the file could not be read as a table, or where a workbook was asked of a file that was none. */
    Optional<Rejection> of(String messageId, boolean workbook) {
        FileReport report = reports.report(messageId);
        if (!FileReportWriter.hasRejected(report, workbook)) {
            return Optional.empty();
        }
        String name = report.name() + (workbook ? ".rejected.xlsx" : ".rejected.csv");
        return Optional.of(new Rejection(
                name,
                to -> FileReportWriter.writeRejected(
                        to, report, workbook, each -> reports.refusedRows(messageId, each))));
    }
}
