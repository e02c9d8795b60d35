package org.tongqu.hub.journal;

import java.util.List;
import org.tongqu.connectors.canon.FileReport;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.SalesLine;

/** The room that answers for the rows of a file; each call is one chunk in one transaction with the file's checkpoint. */
public interface RowReceiver {
    MessageKind kind();

    RowsTaken take(Arrival arrival, List<SalesLine> rows);

    /**
     * What became of a chunk.
     *
     * @param duplicate rows whose twin already speaks
     * @param refused rows the room refuses, with their refusals; their bytes are added by the journal
     */
    record RowsTaken(long accepted, long duplicate, List<FileReport.RefusedRow> refused, List<BusinessKey> keys) {
        public RowsTaken {
            refused = List.copyOf(refused);
            keys = List.copyOf(keys);
        }
    }
}
