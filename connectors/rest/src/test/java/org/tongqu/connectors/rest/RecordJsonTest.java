package org.tongqu.connectors.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.connectors.rest.Said.ORDER;
import static org.tongqu.connectors.rest.Said.VISIT;
import static org.tongqu.connectors.rest.Said.understood;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tongqu.connectors.canon.DemandWord.Asked;
import org.tongqu.connectors.canon.DemandWord.AskedAgent;
import org.tongqu.connectors.canon.DemandWord.AskedPart;
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

    @Test
    @DisplayName("a part that runs direct names no agent, and one that runs through an agent names it")
    void agentWhereThereIsOne() {
        AskedPart direct = new AskedPart("P-1", "CRANE", null, BigDecimal.ONE, null);
        AskedPart through = new AskedPart("P-1", "CRANE", null, BigDecimal.ONE, new AskedAgent("agent-1", "盛达"));
        assertThat(new String(RecordJson.write(direct), UTF_8))
                .contains("productCode")
                .doesNotContain("agent");
        assertThat(new String(RecordJson.write(through), UTF_8))
                .contains("\"agent\":{\"code\":\"agent-1\",\"name\":\"盛达\"}");
        comesBack(direct, AskedPart.class);
    }

    private static <T> void comesBack(T kept, Class<T> type) {
        assertThat(RecordJson.read(RecordJson.write(kept), type)).isEqualTo(kept);
    }
}
