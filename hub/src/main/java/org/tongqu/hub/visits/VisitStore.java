package org.tongqu.hub.visits;

import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.connectors.canon.Money;
import org.tongqu.connectors.canon.VisitReport;
import org.tongqu.hub.journal.Arrival;

/** SQL of visits and what was said on them. */
@Repository
class VisitStore {
    private final JdbcClient jdbc;
    private final RivalClass classes;

    VisitStore(JdbcClient jdbc, RivalClass classes) {
        this.jdbc = jdbc;
        this.classes = classes;
    }

    void file(String id, String branch, String region, String record, VisitReport said, Arrival arrival) {
        jdbc.sql("""
                        insert into visits.visit
                            (id, branch, visit_no, rep, region, format_version, visited_at, source_record_id, message_id, received_at)
                        values (:id, :branch, :no, :rep, :region, :version, :visitedAt, :record, :messageId, :receivedAt)
                        """)
                .param("id", id)
                .param("branch", branch)
                .param("no", said.visitNo())
                .param("rep", said.rep())
                .param("region", region)
                .param("version", said.formatVersion())
                .param("visitedAt", said.visitedAt())
                .param("record", record)
                .param("messageId", arrival.messageId())
                .param("receivedAt", arrival.receivedAt().atOffset(ZoneOffset.UTC))
                .update();
        usage(id, said);
        voices(id, "OPINION", said.opinions());
        voices(id, "SUGGESTION", said.suggestions());
        competitors(id, said);
        statements(id, said.salesStatements());
    }

    private void usage(String id, VisitReport said) {
        int n = 0;
        for (VisitReport.UsageSaid usage : said.usage()) {
            jdbc.sql("""
                            insert into visits.usage_reading (visit_id, n, serial, model, running_hours, faults, note, read_at)
                            values (:id, :n, :serial, :model, :hours, :faults, :note, :at)
                            """)
                    .param("id", id)
                    .param("n", n++)
                    .param("serial", usage.serial())
                    .param("model", usage.model())
                    .param("hours", usage.runningHours())
                    .param("faults", usage.faults())
                    .param("note", usage.note())
                    .param("at", said.visitedAt())
                    .update();
        }
    }

    private void voices(String id, String kind, List<String> words) {
        for (int n = 0; n < words.size(); n++) {
            jdbc.sql("insert into visits.voice (visit_id, kind, n, words) values (:id, :kind, :n, :words)")
                    .param("id", id)
                    .param("kind", kind)
                    .param("n", n)
                    .param("words", words.get(n))
                    .update();
        }
    }

    private void competitors(String id, VisitReport said) {
        int n = 0;
        for (VisitReport.CompetitorSaid rival : said.competitors()) {
            @Nullable Money price = rival.price();
            jdbc.sql("""
                            insert into visits.competitor_fact (visit_id, n, name, product_class, product, price, currency, lead_time_days)
                            values (:id, :n, :name, :class, :product, :price, :currency, :days)
                            """)
                    .param("id", id)
                    .param("n", n++)
                    .param("name", rival.name())
                    .param("class", classes.of(rival, said))
                    .param("product", rival.product())
                    .param("price", price == null ? null : price.amount())
                    .param("currency", price == null ? null : price.currency())
                    .param("days", rival.leadTimeDays())
                    .update();
        }
    }

    private void statements(String id, List<VisitReport.SalesStatement> statements) {
        int n = 0;
        for (VisitReport.SalesStatement statement : statements) {
            jdbc.sql("""
                            insert into visits.sales_statement (visit_id, n, product_code, qty, bought_from, month)
                            values (:id, :n, :code, :qty, :from, :month)
                            """)
                    .param("id", id)
                    .param("n", n++)
                    .param("code", statement.productCode())
                    .param("qty", statement.qty())
                    .param("from", statement.boughtFrom())
                    .param("month", statement.month().atDay(1))
                    .update();
        }
    }
}
