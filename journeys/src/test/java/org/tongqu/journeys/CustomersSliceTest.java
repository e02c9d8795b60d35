package org.tongqu.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongqu.bench.customers.CustomersBench;
import org.tongqu.bench.measure.Figure;
import org.tongqu.bench.measure.Figures;
import org.tongqu.bench.measure.Options;
import org.tongqu.bench.stage.Built;
import org.tongqu.bench.stage.Stage;

/** The whole road of {@code ./tongqu bench customers} with a few hundred records; the bench itself ends where a record is lost or doubled. */
class CustomersSliceTest {
    @Test
    @Tag("S3-01")
    void agents_files_fill_a_home_that_loses_no_record_and_doubles_none_and_all_that_is_measured_is_told()
            throws Exception {
        Built built = new Built(
                Product.hub(),
                Product.demo(),
                Product.branch(),
                Product.freshFolder("customers"),
                Product.freshFolder("customers"));
        Options slice = Options.read(List.of(
                        "customers", "--smoke", "--rows", "300", "--golden", "600", "--heap", "512", "--facts", "1200"))
                .orElseThrow();
        Figures figures = new Figures();
        PrintStream people = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);

        try (Stage stage = Stage.open(built, "customers", slice, figures, people)) {
            new CustomersBench().run(stage);
        }

        assertThat(value(figures, "customers.load.records")).isGreaterThan(600);
        assertThat(value(figures, "customers.held.customers")).isGreaterThan(550);
        assertThat(value(figures, "customers.held.pair_precision")).isGreaterThan(0.9);
        assertThat(value(figures, "customers.facts")).isBetween(1_150.0, 1_250.0);
        assertThat(figures.all())
                .extracting(Figure::name)
                .contains("customers.arrival.p99", "customers.load.statements");
        assertThat(figures.all().stream().map(Figure::name).filter(CustomersSliceTest::isSearch))
                .hasSizeGreaterThan(5);
        assertThat(built.results().resolve("customers.tsv")).isNotEmptyFile();
    }

    private static boolean isSearch(String name) {
        return name.startsWith("customers.search.hq.") && name.endsWith(".p95");
    }

    private static double value(Figures figures, String name) {
        return figures.all().stream()
                .filter(figure -> figure.name().equals(name))
                .mapToDouble(figure -> Double.parseDouble(figure.value()))
                .findFirst()
                .orElseThrow();
    }
}
