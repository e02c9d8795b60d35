package org.tongqu.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongqu.bench.chaos.ChaosBench;
import org.tongqu.bench.measure.Figures;
import org.tongqu.bench.measure.Options;
import org.tongqu.bench.stage.Built;
import org.tongqu.bench.stage.Stage;

/** A short run of the machine that breaks the hub, the same seed each time; {@code ./tongqu bench chaos} is the long one. */
class ChaosSliceTest {
    /** Its blows fall on the hub, its clock, the store, a branch, a factory and files. */
    private static final int SEED = 20263811;

    @Test
    @Tag("S4-02")
    void killed_frozen_and_lied_to_under_load_the_hub_loses_nothing_and_doubles_nothing() throws Exception {
        Built built = new Built(
                Product.hub(),
                Product.demo(),
                Product.branch(),
                Product.freshFolder("chaos"),
                Product.freshFolder("chaos"));
        Options slice = Options.read(List.of("chaos", "--smoke", "--cycles", "8", "--seed", String.valueOf(SEED)))
                .orElseThrow();
        Figures figures = new Figures();
        PrintStream people = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);

        try (Stage stage = Stage.open(built, "chaos", slice, figures, people)) {
            new ChaosBench().run(stage);
        }

        assertThat(figures.all().stream().filter(figure -> figure.unit().equals("cycles")))
                .as("what was struck, and what the audit said of it")
                .hasSizeGreaterThan(5)
                .allSatisfy(figure -> assertThat(figure.note()).contains("lost 0, doubled 0, astray 0"));
    }
}
