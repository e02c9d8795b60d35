package org.tongqu.connectors.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.connectors.rest.Said.ORDER;
import static org.tongqu.connectors.rest.Said.VISIT;
import static org.tongqu.connectors.rest.Said.understood;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tongqu.connectors.canon.DemandWord.Asked;
import org.tongqu.connectors.canon.OrderReport;
import org.tongqu.connectors.canon.Parcel.Load.FileDone;
import org.tongqu.connectors.canon.VisitReport;

@DisplayName("A record the hub keeps as JSON")
class RecordJsonTest {
    @Test
    @DisplayName("comes back as it was, figures, zones and Chinese included")
    void roundTrip() {
        comesBack(understood(new VisitWording(), VISIT).said(), VisitReport.class);
        comesBack(understood(new OrderWording(), ORDER).said(), OrderReport.class);
        comesBack(Demands.asked("D-1"), Asked.class);
        comesBack(new FileDone("M-1", "六月.csv"), FileDone.class);
    }

    private static <T> void comesBack(T kept, Class<T> type) {
        assertThat(RecordJson.read(RecordJson.write(kept), type)).isEqualTo(kept);
    }
}
