package org.tongqu.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongqu.bench.measure.Figures;
import org.tongqu.bench.measure.Options;
import org.tongqu.bench.reconciliation.ReconciliationBench;
import org.tongqu.bench.stage.Built;
import org.tongqu.bench.stage.Stage;

/** The whole road of {@code ./tongqu bench reconciliation} with a small year; the bench itself ends where a difference is missed or made up. */
class ReconciliationSliceTest {
    @Test
    @Tag("S4-13")
    void each_difference_planted_in_a_year_of_agents_is_found_and_no_other() throws Exception {
        Built built = new Built(
                Product.hub(),
                Product.demo(),
                Product.branch(),
                Product.freshFolder("reconciliation"),
                Product.freshFolder("reconciliation"));
        Options slice = Options.read(List.of("reconciliation", "--smoke")).orElseThrow();
        Figures figures = new Figures();
        PrintStream people = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);

        try (Stage stage = Stage.open(built, "reconciliation", slice, figures, people)) {
            new ReconciliationBench().run(stage);
        }

        assertThat(value(figures, "reconciliation.planted")).isGreaterThan(9);
        assertThat(value(figures, "reconciliation.found")).isEqualTo(value(figures, "reconciliation.planted"));
        assertThat(value(figures, "reconciliation.missed")).isZero();
        assertThat(value(figures, "reconciliation.false")).isZero();
        assertThat(value(figures, "reconciliation.fact.both.p99")).isPositive();
    }

    private static double value(Figures figures, String name) {
        return figures.all().stream()
                .filter(figure -> figure.name().equals(name))
                .mapToDouble(figure -> Double.parseDouble(figure.value()))
                .findFirst()
                .orElseThrow();
    }
}
