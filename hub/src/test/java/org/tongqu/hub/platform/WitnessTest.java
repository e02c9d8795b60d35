package org.tongqu.hub.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.SownWorld;
import org.tongqu.hub.platform.Witness.Delivered;
import org.tongqu.hub.platform.Witness.Sent;

@DisplayName("The audit and its witnesses: what others wrote down shows what the store itself has forgotten")
class WitnessTest extends HubTest {
    @Autowired
    Sowing sowing;

    @Autowired
    List<RoomAudit> rooms;

    private SownWorld world;

    @BeforeEach
    void aWorld() {
        world = SownWorld.sow(sowing);
    }

    @Test
    @DisplayName("of what stands once nothing is said")
    @Tag("S4-02")
    void whatStandsIsNoTrouble() {
        assertThat(held(new Witness(
                        List.of(
                                new Sent("VISIT", "NE|" + world.neVisitNo()),
                                new Sent("NEED", "NE|" + world.neVisitNo() + "|1"),
                                new Sent("ORDER", "factory-crane|" + world.orderNo())),
                        List.of(new Delivered("DEMAND", "factory-crane|" + world.craneDemand(), 1)),
                        List.of())))
                .isEmpty();
    }

    @Test
    @DisplayName("a receipt for which nothing stands is a loss, of a whole visit as of one need on it")
    @Tag("S4-02")
    void aLossIsFound() {
        assertThat(held(sent("VISIT", "NE|NEVER-" + world.tag()))).containsExactly("LOST NE|NEVER-" + world.tag());
        assertThat(held(sent("NEED", "NE|" + world.neVisitNo() + "|2")))
                .containsExactly("LOST NE|" + world.neVisitNo() + "|2");
        assertThat(held(sent("ORDER", "factory-crane|NEVER-" + world.tag()))).hasSize(1);
        assertThat(held(sent("PAYMENT", "factory-crane|NEVER-" + world.tag()))).hasSize(1);
        assertThat(held(sent("SALES_LINE", "agent-a001|NEVER-" + world.tag()))).hasSize(1);
    }

    @Test
    @DisplayName("what took effect twice at a factory is a double, and what it holds that we never asked is astray")
    @Tag("S4-02")
    void aDoubleIsFound() {
        String demand = "factory-crane|" + world.craneDemand();
        assertThat(held(delivered(demand, 2))).containsExactly("DOUBLED " + demand);
        assertThat(held(delivered("factory-crane|nobody-asked", 1)))
                .containsExactly("ASTRAY factory-crane|nobody-asked");
    }

    @Test
    @DisplayName("what we call delivered and a factory's whole book does not hold is a loss")
    @Tag("S4-02")
    void aDeliveryThatNeverCameIsFound() {
        List<String> found = wall.within(
                Scope.WORKER,
                () -> wall.unless(undone -> true, () -> {
                    jdbc.sql("update platform.outbox set state = 'SENT' where effect_key = :key")
                            .param("key", "ask|" + world.craneDemand())
                            .update();
                    return held(new Witness(List.of(), List.of(), List.of("factory-crane")));
                }));

        assertThat(found).contains("LOST factory-crane|" + world.craneDemand());
    }

    private static Witness sent(String kind, String key) {
        return new Witness(List.of(new Sent(kind, key)), List.of(), List.of());
    }

    private static Witness delivered(String key, int times) {
        return new Witness(List.of(), List.of(new Delivered("DEMAND", key, times)), List.of());
    }

    private List<String> held(Witness witness) {
        return wall.read(
                Scope.WORKER,
                () -> new WitnessAudit(jdbc, rooms)
                        .held(witness).stream()
                                .map(finding -> finding.trouble() + " " + finding.ref())
                                .toList());
    }

    @Test
    @DisplayName("a line nobody understands is told, not passed by; so is a kind nobody knows")
    void aLineNobodyUnderstands(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("sent.tsv"), "VISIT\tNE|1\nVISIT\n");
        assertThatThrownBy(() -> Witness.read(folder))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is not understood: VISIT");
        assertThatThrownBy(() -> held(sent("LETTER", "x"))).hasMessageContaining("Nobody knows the kind LETTER");
    }

    @Test
    @DisplayName("its folder is read as senders and partners wrote it")
    void aFolderIsRead(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("sent.tsv"), "VISIT\tNE|1\nVISIT\tNE|1\n");
        Files.writeString(folder.resolve("delivered.tsv"), "PARTNER\tfactory-crane\nDEMAND\tfactory-crane|D1\t1\n");
        assertThat(Witness.read(folder))
                .isEqualTo(new Witness(
                        List.of(new Sent("VISIT", "NE|1")),
                        List.of(new Delivered("DEMAND", "factory-crane|D1", 1)),
                        List.of("factory-crane")));
        assertThat(Witness.read(folder.resolve("nothing"))).isEqualTo(Witness.NONE);
    }
}
