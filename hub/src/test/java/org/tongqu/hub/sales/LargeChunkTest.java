package org.tongqu.hub.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongqu.connectors.canon.SalesLine;
import org.tongqu.hub.journal.RowReceiver.RowsTaken;

/** A whole chunk of 2,000 rows of one customer, model and day, the worst case of counting on. */
class LargeChunkTest extends SalesBed {

    @Test
    void two_thousand_rows_that_differ_in_quantity_alone_are_two_thousand_lines_and_again_none() {
        String agent = partner("AGENT", "大代理");
        List<SalesLine> file = IntStream.rangeClosed(1, 2_000)
                .mapToObj(n -> Said.row(Integer.toString(n)).at(n + 1L).line())
                .toList();

        RowsTaken first = drop(agent, file);
        RowsTaken again = drop(agent, file);

        assertThat(first.accepted()).isEqualTo(2_000);
        assertThat(again.accepted()).isZero();
        assertThat(again.duplicate()).isEqualTo(2_000);
    }
}
