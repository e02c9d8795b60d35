package org.tongqu.hub.service;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Clauses;
import org.tongqu.hub.platform.Columns;

/** SQL of the records of machines, their maintenance and when it is due. */
@Repository
class EquipmentStore {
    /** More are not listed at once; whoever has more chooses a region or a person. */
    static final int MOST = 2000;

    private static final String ROWS = "select * from service.equipment";

    private final JdbcClient jdbc;

    EquipmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Machine> find(String id) {
        return jdbc.sql(ROWS + " where id = :id for update")
                .param("id", id)
                .query(EquipmentStore::machine)
                .optional();
    }

    /** The record of a machine at one of these customers, in any writing of its number. */
    Optional<Machine> find(Collection<String> customers, String serial) {
        return jdbc.sql(ROWS + """
                         where customer_id = any(:ids::text[]) and machine = platform.machine(:serial) order by entered_at limit 1 for update
                        """)
                .param("ids", customers.toArray(String[]::new))
                .param("serial", serial)
                .query(EquipmentStore::machine)
                .optional();
    }

    List<Machine> of(Collection<String> customers) {
        return jdbc.sql(ROWS + " where customer_id = any(:ids::text[]) order by due_on, serial limit " + MOST)
                .param("ids", customers.toArray(String[]::new))
                .query(EquipmentStore::machine)
                .list();
    }

    /** What is due until a day, the first due first; absent customers mean all in sight. */
    List<Machine> due(LocalDate until, @Nullable String region, @Nullable Collection<String> customers) {
        return new Clauses()
                .and("due_on <= :until", "until", until)
                .andIf(region, "region", "region = :region")
                .andIf(
                        customers == null ? null : customers.toArray(String[]::new),
                        "ids",
                        "customer_id = any(:ids::text[])")
                .on(jdbc, ROWS, "order by due_on, id limit " + MOST)
                .query(EquipmentStore::machine)
                .list();
    }

    void enter(Machine machine, @Nullable String branch, String by, Instant now) {
        jdbc.sql("""
                        insert into service.equipment (id, customer_id, region, branch, serial, model, installed_on, commissioned_on,
                            warranty_until, plan_months, plan_hours, entered_by, entered_at)
                        values (:id, :customer, :region, :branch, :serial, :model, :installed, :commissioned, :warranty, :months, :every,
                            :by, :now)
                        on conflict (id) do update set model = excluded.model, installed_on = excluded.installed_on,
                            commissioned_on = excluded.commissioned_on, warranty_until = excluded.warranty_until,
                            plan_months = excluded.plan_months, plan_hours = excluded.plan_hours, version = equipment.version + 1
                        """)
                .param("id", machine.id())
                .param("customer", machine.customerId())
                .param("region", machine.region())
                .param("branch", branch)
                .param("serial", machine.serial())
                .param("model", machine.model())
                .param("installed", machine.installedOn())
                .param("commissioned", machine.commissionedOn())
                .param("warranty", machine.warrantyUntil())
                .param("months", machine.planMonths())
                .param("every", machine.planHours())
                .param("by", by)
                .param("now", Columns.utc(now))
                .update();
    }

    void read(String id, BigDecimal hours, Instant at, @Nullable BigDecimal pace) {
        jdbc.sql("""
                        update service.equipment set hours = :hours, hours_at = :at, hours_a_day = :pace, version = version + 1 where id = :id
                        """)
                .param("hours", hours)
                .param("at", Columns.utc(at))
                .param("pace", pace)
                .param("id", id)
                .update();
    }

    void maintained(String record, String id, EquipmentBook.Done done, String by, Instant now) {
        jdbc.sql("""
                        insert into service.maintenance (id, equipment_id, done_on, hours, words, entered_by, entered_at)
                        values (:record, :id, :on, :hours, :words, :by, :now)
                        """)
                .param("record", record)
                .param("id", id)
                .param("on", done.on())
                .param("hours", done.hours())
                .param("words", done.words().strip())
                .param("by", by)
                .param("now", Columns.utc(now))
                .update();
        jdbc.sql("""
                        update service.equipment set done_on = :on, done_hours = :hours, version = version + 1
                        where id = :id and (done_on is null or done_on <= :on)
                        """)
                .param("on", done.on())
                .param("hours", done.hours())
                .param("id", id)
                .update();
    }

    void due(String id, @Nullable Due due) {
        jdbc.sql("update service.equipment set due_on = :on, due_why = :why where id = :id")
                .param("on", due == null ? null : due.on())
                .param("why", due == null ? null : due.why())
                .param("id", id)
                .update();
    }

    private static Machine machine(ResultSet row, int n) throws SQLException {
        return new Machine(
                row.getString("id"),
                row.getString("customer_id"),
                row.getString("region"),
                row.getString("serial"),
                row.getString("machine"),
                row.getString("model"),
                Columns.dateOrNull(row, "installed_on"),
                Columns.dateOrNull(row, "commissioned_on"),
                Columns.dateOrNull(row, "warranty_until"),
                Columns.intOrNull(row, "plan_months"),
                Columns.quantityOrNull(row, "plan_hours"),
                Columns.dateOrNull(row, "done_on"),
                Columns.quantityOrNull(row, "done_hours"),
                Columns.quantityOrNull(row, "hours"),
                instant(row),
                Columns.quantityOrNull(row, "hours_a_day"),
                Columns.dateOrNull(row, "due_on"),
                row.getString("due_why"));
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        var at = Columns.timeOrNull(row, "hours_at");
        return at == null ? null : at.toInstant();
    }

    /** A row. */
    record Machine(
            String id,
            String customerId,
            @Nullable String region,
            String serial,
            String machine,
            @Nullable String model,
            @Nullable LocalDate installedOn,
            @Nullable LocalDate commissionedOn,
            @Nullable LocalDate warrantyUntil,
            @Nullable Integer planMonths,
            @Nullable BigDecimal planHours,
            @Nullable LocalDate doneOn,
            @Nullable BigDecimal doneHours,
            @Nullable BigDecimal hours,
            @Nullable Instant hoursAt,
            @Nullable BigDecimal hoursADay,
            @Nullable LocalDate dueOn,
            @Nullable String dueWhy) {
        static Machine bare(String id, String customer, @Nullable String region, String serial) {
            return new Machine(
                    id, customer, region, serial, "", null, null, null, null, null, null, null, null, null, null, null,
                    null, null);
        }

        @Nullable
        LocalDate since() {
            return doneOn != null ? doneOn : commissionedOn != null ? commissionedOn : installedOn;
        }

        Due.Basis basis() {
            LocalDate read = hoursAt == null ? null : LocalDate.ofInstant(hoursAt, Columns.HOUSE_ZONE);
            return new Due.Basis(planMonths, planHours, since(), doneHours, hours, read, hoursADay);
        }
    }
}
