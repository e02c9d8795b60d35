package org.tongqu.hub.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.hub.sales.Said.row;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongqu.connectors.canon.SalesLine;
import org.tongqu.hub.sales.LineVerdict.New;
import org.tongqu.hub.sales.LineVerdict.Return;
import org.tongqu.hub.sales.LineVerdict.Succession;
import org.tongqu.hub.sales.LinesStored.Heir;
import org.tongqu.hub.sales.LinesStored.Rival;
import org.tongqu.hub.sales.LinesStored.Twin;

/** New, correction or repeat: what becomes of each row. */
class LineRulesTest {
    private static final LinesStored NOTHING = new LinesStored(Map.of(), Map.of(), Map.of());

    private final AtomicInteger last = new AtomicInteger();

    @Test
    void two_rows_equal_in_every_column_are_one_line() {
        LineVerdict verdict = judge(NOTHING, row("2"), row("2"));

        assertThat(verdict.accepted()).isEqualTo(1);
        assertThat(verdict.duplicate()).isEqualTo(1);
    }

    @Test
    void rows_of_one_contract_that_differ_in_quantity_are_counted_on() {
        LineVerdict verdict = judge(NOTHING, row("2"), row("3"));

        assertThat(verdict.added()).extracting(New::n).containsExactly(1, 2);
        assertThat(verdict.successions()).isEmpty();
    }

    @Test
    void a_mended_row_takes_the_place_of_the_line_its_file_no_longer_states_and_of_no_other() {
        LinesStored stored = stored(List.of(new Rival("old", 2)), twin(row("2"), "stays"));

        LineVerdict verdict = judge(stored, row("2"), row("5"));

        assertThat(verdict.successions()).containsExactly(new Succession("old", "new-1"));
        assertThat(verdict.added()).extracting(New::n).containsExactly(2);
        assertThat(verdict.duplicate()).isEqualTo(1);
    }

    @Test
    void more_mended_rows_than_lines_to_mend_are_lines_more() {
        LineVerdict verdict = judge(stored(List.of(new Rival("old", 1))), row("5"), row("6"));

        assertThat(verdict.successions()).containsExactly(new Succession("old", "new-1"));
        assertThat(verdict.added()).extracting(New::n).containsExactly(1, 2);
    }

    @Test
    void words_superseded_long_ago_do_not_come_back_with_an_old_file() {
        LinesStored stored = stored(List.of(), new Twin("old", new Heir("heir", "other", "message-2")), row("2"));

        LineVerdict verdict = judge(stored, row("2"));

        assertThat(verdict.accepted()).isZero();
        assertThat(verdict.returns()).isEmpty();
        assertThat(verdict.duplicate()).isEqualTo(1);
    }

    @Test
    void a_line_stands_again_where_one_file_states_it_beside_its_heir() {
        SalesLine heir = row("5").line();
        LinesStored stored = new LinesStored(
                Map.of(
                        row("2").line().contentHash(),
                        new Twin("old", new Heir("heir", heir.contentHash(), "message-2")),
                        heir.contentHash(),
                        new Twin("heir", null)),
                Map.of(),
                Map.of(LineKey.of(heir).text(), 1));

        LineVerdict verdict = judge(stored, row("2"), row("5"));

        assertThat(verdict.returns()).containsExactly(new Return("old", "heir", 2));
        assertThat(verdict.accepted()).isZero();
    }

    @Test
    void a_line_its_own_file_silenced_in_an_earlier_chunk_stands_again_when_its_row_is_read() {
        LinesStored stored = stored(List.of(), new Twin("old", new Heir("heir", "other", "message-1")), row("2"));

        assertThat(judge(stored, row("2")).returns()).containsExactly(new Return("old", "heir", 2));
    }

    @Test
    void of_two_rows_under_one_number_the_later_speaks_and_both_are_kept() {
        LineVerdict verdict = judge(NOTHING, row("2").numbered("2024-06", "7"), row("3").numbered("2024-06", "7"));

        assertThat(verdict.accepted()).isEqualTo(2);
        assertThat(verdict.added()).extracting(New::supersededBy).containsExactly("new-2", null);
    }

    @Test
    void a_numbered_row_supersedes_the_line_of_its_number() {
        SalesLine mended = row("3").numbered("2024-06", "7").line();
        LinesStored stored =
                new LinesStored(Map.of(), Map.of(LineKey.of(mended).text(), List.of(new Rival("old", 0))), Map.of());

        LineVerdict verdict = LineRules.judge("message-1", List.of(mended), stored, this::next);

        assertThat(verdict.successions()).containsExactly(new Succession("old", "new-1"));
    }

    @Test
    void a_customer_written_wide_or_with_blanks_is_the_same_customer() {
        assertThat(LineKey.of(row("1").customer("ABC 重工").line()))
                .isEqualTo(LineKey.of(row("1").customer("ＡＢＣ　重工").line()));
    }

    @Test
    void another_contract_is_another_line() {
        assertThat(LineKey.of(row("1").contract("DL-1").line()))
                .isNotEqualTo(LineKey.of(row("1").contract("DL-2").line()));
    }

    @Test
    void where_no_model_is_told_another_product_is_another_line() {
        SalesLine lathe = withoutModel("CK6150", "数控车床");
        assertThat(LineKey.of(lathe)).isNotEqualTo(LineKey.of(withoutModel("CAK50", "数控车床")));
        assertThat(LineKey.of(withoutModel(null, "数控车床"))).isNotEqualTo(LineKey.of(withoutModel(null, "普通车床")));
        assertThat(LineKey.of(lathe)).isEqualTo(LineKey.of(withoutModel("ck 6150", "车床")));
    }

    private static SalesLine withoutModel(@Nullable String code, @Nullable String name) {
        SalesLine line = row("1").line();
        return new SalesLine(
                line.rowNo(),
                null,
                null,
                null,
                line.soldOn(),
                line.customer(),
                code,
                null,
                name,
                line.qty(),
                null,
                null,
                null,
                null,
                null,
                line.extras(),
                List.of(),
                "hash",
                null);
    }

    private LineVerdict judge(LinesStored stored, Said.Row... rows) {
        return LineRules.judge("message-1", Said.file(rows), stored, this::next);
    }

    private String next() {
        return "new-" + last.incrementAndGet();
    }

    private static LinesStored stored(List<Rival> rivals, Twin twin, Said.Row of) {
        String key = LineKey.of(of.line()).text();
        return new LinesStored(
                Map.of(of.line().contentHash(), twin), Map.of(key, rivals), Map.of(key, Math.max(1, rivals.size())));
    }

    private static LinesStored stored(List<Rival> rivals) {
        String key = LineKey.of(row("1").line()).text();
        return new LinesStored(Map.of(), Map.of(key, rivals), Map.of(key, rivals.size()));
    }

    private static LinesStored stored(List<Rival> rivals, Map<String, Twin> twins) {
        String key = LineKey.of(row("1").line()).text();
        return new LinesStored(twins, Map.of(key, rivals), Map.of(key, twins.size() + rivals.size()));
    }

    private static Map<String, Twin> twin(Said.Row row, String id) {
        return List.of(row).stream()
                .collect(Collectors.toMap(each -> each.line().contentHash(), each -> new Twin(id, null)));
    }
}
