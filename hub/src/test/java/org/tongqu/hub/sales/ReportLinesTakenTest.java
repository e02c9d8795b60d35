package org.tongqu.hub.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongqu.hub.sales.Said.file;
import static org.tongqu.hub.sales.Said.row;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongqu.connectors.canon.FileReport.RefusedRow;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.hub.journal.BusinessKey;
import org.tongqu.hub.journal.RowReceiver.RowsTaken;

/** An agent's files, dropped again, mended, renamed: what is counted and what is not. */
class ReportLinesTakenTest extends SalesBed {
    private String agent = "";

    @BeforeEach
    void anAgent() {
        agent = partner("AGENT", "沈阳盛达机电代理有限公司");
    }

    @Test
    void a_row_is_kept_with_all_it_said() {
        RowsTaken taken = drop(agent, file(row("3").numbered("2024-06", "1")));

        assertThat(taken.accepted()).isEqualTo(1);
        assertThat(taken.keys())
                .containsExactlyInAnyOrder(
                        new BusinessKey("CUSTOMER", "沈阳重型锻造有限公司"), new BusinessKey("CONTRACT_NO", "DL-2024-7001"));
        SalesPages.Line line = reported(agent).getFirst();
        assertThat(line.qty()).isEqualTo("3");
        assertThat(line.amount()).isEqualTo("235500.00");
        assertThat(line.extras()).containsEntry("发票号", "FP-1");
        assertThat(line.flags()).containsExactly("AMOUNT_WORKED_OUT");
        assertThat(line.customerId()).isNotNull();
        assertThat(line.rowNo()).isEqualTo(2);
    }

    @Test
    void the_same_file_renamed_or_with_its_rows_in_another_order_adds_nothing() {
        drop(agent, file(row("1"), row("2"), row("3").contract(null)));

        RowsTaken again = drop(agent, file(row("3").contract(null), row("1"), row("2")));

        assertThat(again.accepted()).isZero();
        assertThat(again.duplicate()).isEqualTo(3);
        assertThat(reported(agent)).hasSize(3);
    }

    @Test
    void two_rows_equal_in_every_column_are_one_line() {
        RowsTaken taken = drop(agent, file(row("1"), row("1")));

        assertThat(taken.accepted()).isEqualTo(1);
        assertThat(taken.duplicate()).isEqualTo(1);
        assertThat(reported(agent)).hasSize(1);
    }

    @Test
    void the_mended_row_supersedes_only_itself() {
        drop(agent, file(row("1"), row("2"), row("9").contract("DL-2")));

        RowsTaken mended = drop(agent, file(row("1"), row("7"), row("9").contract("DL-2")));

        assertThat(mended.accepted()).isEqualTo(1);
        assertThat(mended.duplicate()).isEqualTo(2);
        assertThat(reported(agent)).extracting(SalesPages.Line::qty).containsExactlyInAnyOrder("1", "7", "9");
    }

    @Test
    void the_old_file_dropped_again_after_the_mended_one_undoes_no_correction() {
        drop(agent, file(row("1"), row("2")));
        drop(agent, file(row("1"), row("7")));

        assertThat(drop(agent, file(row("1"), row("2"))).accepted()).isZero();
        assertThat(reported(agent)).extracting(SalesPages.Line::qty).containsExactlyInAnyOrder("1", "7");
    }

    @Test
    void a_mended_row_takes_nobodys_place_but_that_of_its_own_earlier_mending() {
        drop(agent, file(row("1"), row("2")));

        assertThat(drop(agent, file(row("4").mending(9))).accepted()).isEqualTo(1);
        assertThat(reported(agent)).extracting(SalesPages.Line::qty).containsExactlyInAnyOrder("1", "2", "4");
        assertThat(drop(agent, file(row("5").mending(9))).accepted()).isEqualTo(1);
        assertThat(reported(agent)).extracting(SalesPages.Line::qty).containsExactlyInAnyOrder("1", "2", "5");
    }

    @Test
    void a_row_refused_before_and_mended_alone_is_a_line_of_its_own() {
        drop(agent, file(row("1"), row("2")));

        RowsTaken mended = drop(agent, file(row("4").contract("DL-2")));

        assertThat(mended.accepted()).isEqualTo(1);
        assertThat(drop(agent, file(row("4").contract("DL-2"))).duplicate()).isEqualTo(1);
        assertThat(reported(agent)).hasSize(3);
    }

    @Test
    void the_line_with_a_number_follows_its_newest_words_and_keeps_the_old_ones() {
        drop(agent, file(row("1").numbered("2024-06", "1"), row("2").numbered("2024-06", "2")));

        RowsTaken mended = drop(agent, file(row("5").numbered("2024-06", "2")));

        assertThat(mended.accepted()).isEqualTo(1);
        assertThat(reported(agent)).extracting(SalesPages.Line::qty).containsExactlyInAnyOrder("1", "5");
        assertThat(kept()).isEqualTo(3);
    }

    @Test
    void of_two_rows_under_one_number_in_a_file_the_later_speaks_and_the_file_again_adds_nothing() {
        List<org.tongqu.connectors.canon.SalesLine> file =
                file(row("1").numbered("2024-06", "1"), row("2").numbered("2024-06", "1"));

        assertThat(drop(agent, file).accepted()).isEqualTo(2);
        assertThat(drop(agent, file).accepted()).isZero();
        assertThat(reported(agent)).extracting(SalesPages.Line::qty).containsExactly("2");
    }

    @Test
    void a_line_stated_in_a_later_chunk_of_the_same_file_is_not_lost_to_a_row_before_it() {
        drop(agent, file(row("1"), row("2")));

        long accepted = dropInChunks(
                agent,
                List.of(
                        List.of(row("7").at(2).line()),
                        List.of(row("1").at(3).line(), row("2").at(4).line())));

        assertThat(accepted).isEqualTo(1);
        assertThat(reported(agent)).extracting(SalesPages.Line::qty).containsExactlyInAnyOrder("1", "2", "7");
    }

    @Test
    void a_row_that_names_another_agent_goes_back_and_the_rest_is_taken() {
        RowsTaken taken =
                drop(agent, file(row("1").agent("沈阳盛达机电 代理有限公司"), row("2").agent("长春某某公司"), row("3").agent(agent)));

        assertThat(taken.accepted()).isEqualTo(2);
        assertThat(taken.refused()).extracting(RefusedRow::rowNo).containsExactly(3L);
        assertThat(taken.refused().getFirst().refusals())
                .extracting(Refusal::code)
                .containsExactly("AGENT_OTHER");
    }

    @Test
    void another_agents_same_words_are_another_line() {
        String other = partner("AGENT", "长春代理");
        drop(agent, file(row("1")));

        assertThat(drop(other, file(row("1"))).accepted()).isEqualTo(1);
    }

    private long kept() {
        return wall.read(
                org.tongqu.hub.platform.Scope.WORKER,
                () -> jdbc.sql("select count(*) from sales.report_line where agent = :agent")
                        .param("agent", agent)
                        .query(Long.class)
                        .single());
    }
}
