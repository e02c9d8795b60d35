package org.tongqu.hub.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tongqu.hub.visits.VisitsPages;

@DisplayName("What stands around a customer")
class CustomerCircleTest {
    private final Say say = MadeUp.say(Locale.CHINESE);
    private final CustomerStory.Records records = MadeUp.customer();

    @Test
    @DisplayName("a machine read twice tells by how much its hours grew, and since when")
    void hoursGrow() {
        CustomerCircle.Machine machine = CustomerCircle.Machine.read(
                List.of(reading("1200", "02-02T09:30", 0), reading("1730.5", "03-02T09:30", 0)), say);

        assertThat(machine.says()).isEqualTo("运行 1730.5 小时，比 2月2日 多 530.5");
        assertThat(machine.mood()).isEmpty();
    }

    @Test
    @DisplayName("a machine with faults asks to be looked at, one without hours was at least seen")
    void faultsAndNoHours() {
        CustomerCircle.Machine machine = CustomerCircle.Machine.read(
                List.of(new VisitsPages.Reading("v", "SN-1", "SN1", null, null, 2, null, MadeUp.at("03-02T09:30"))),
                say);

        assertThat(machine.says()).isEqualTo("拜访时见过，故障 2 次");
        assertThat(machine.mood()).isEqualTo("warn");
    }

    @Test
    @DisplayName("a machine that was shipped and then read is one machine, known by its reading")
    void oneMachineNotTwo() {
        VisitsPages.Visit visit = records.visits().getFirst();
        VisitsPages.Visit seen = new VisitsPages.Visit(
                visit.id(),
                visit.visitNo(),
                visit.branch(),
                visit.rep(),
                visit.region(),
                visit.visitedAt(),
                visit.receivedAt(),
                visit.sourceRecordId(),
                visit.messageId(),
                List.of(),
                List.of(),
                List.of(new VisitsPages.Reading(
                        visit.id(), "ＳＮ 7001", "SN7001", "CK6180", BigDecimal.TEN, 0, null, visit.visitedAt())),
                List.of(),
                List.of());
        CustomerStory.Records all = new CustomerStory.Records(
                records.customer(),
                records.history(),
                records.kin(),
                List.of(seen),
                List.of(),
                records.needs(),
                records.demands(),
                records.orders(),
                records.lines());

        assertThat(CustomerCircle.of(all, say, MadeUp.names(say)).machines())
                .singleElement()
                .satisfies(machine -> {
                    assertThat(machine.unseen()).isFalse();
                    assertThat(machine.says()).isEqualTo("运行 10 小时");
                });
    }

    @Test
    @DisplayName("where there may be more lines than a page looks back on, it says of how many it speaks")
    void noMoreThanItLooksBackOn() {
        CustomerStory.Records all = new CustomerStory.Records(
                records.customer(),
                records.history(),
                records.kin(),
                records.visits(),
                List.of(),
                records.needs(),
                records.demands(),
                records.orders(),
                Collections.nCopies(CustomerStory.MOST, records.lines().getFirst()));

        assertThat(CustomerCircle.of(all, say, MadeUp.names(say)).dealings())
                .extracting(CustomerCircle.Dealing::what)
                .contains("最近 100 行里报售 100 行", "订单 1 张，152.0 万元");
    }

    private static VisitsPages.Reading reading(String hours, String at, int faults) {
        return new VisitsPages.Reading(
                "v", "SN-1", "SN1", "CK6150", new BigDecimal(hours), faults, null, MadeUp.at(at));
    }
}
