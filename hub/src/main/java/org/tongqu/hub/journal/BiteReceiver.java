package org.tongqu.hub.journal;

import java.util.List;
import org.tongqu.connectors.canon.FileReport;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.SalesSheet;

/** The room that takes a file it has read itself, bite by bite; each call is one transaction with the file's checkpoint. */
public interface BiteReceiver {
    MessageKind kind();

    /** What the file looks like, to write refused rows back the same way. */
    SalesSheet.Form form(Arrival arrival);

    /** Takes the next rows after the checkpoint. */
    Bite take(Arrival arrival, long checkpoint);

    /**
     * What became of a bite.
     *
     * @param upTo number of its last row
     * @param duplicate rows that said what was said before
     * @param ignored rows left out on purpose
     * @param share how much of the file is done, from 0 to 1
     * @param last whether nothing stands behind it
     */
    record Bite(
            long upTo,
            long accepted,
            long duplicate,
            long ignored,
            List<FileReport.RefusedRow> refused,
            double share,
            boolean last) {
        public Bite {
            refused = List.copyOf(refused);
        }
    }
}
