package org.tongqu.hub.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Sender.Role;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.SownWorld;
import org.tongqu.routes.RouteErrors;

@DisplayName("The wall: nobody reads a row that is not theirs, whatever a query forgets")
class WallTest extends HubTest {
    private static final Sender DESK = new Sender("desk", Role.DESK, null, null);
    private static final Sender AUDITOR = new Sender("auditor", Role.AUDITOR, null, null);
    private static final Sender NE = new Sender("rep-ne-1", Role.REP, "NE", null);
    private static final Sender E = new Sender("rep-e-1", Role.REP, "E", null);
    private static final Sender CRANE = new Sender("factory-crane", Role.FACTORY, null, "factory-crane");
    private static final Sender BOILER = new Sender("factory-boiler", Role.FACTORY, null, "factory-boiler");
    private static final Sender AGENT = new Sender("agent-a001", Role.AGENT, null, "agent-a001");
    private static final Sender TECHNICIAN = new Sender("tech1", Role.TECHNICIAN, null, null);
    private static final Map<String, Sender> EVERYBODY = Map.of(
            "desk",
            DESK,
            "auditor",
            AUDITOR,
            "ne",
            NE,
            "e",
            E,
            "crane",
            CRANE,
            "boiler",
            BOILER,
            "agent",
            AGENT,
            "tech",
            TECHNICIAN);

    @Autowired
    Sowing sowing;

    /** A table's rows of one sown world, and who must see them; everybody else sees none. */
    private record Sample(String table, String where, String id, List<String> seenBy) {
        String name(String who) {
            return table + " of " + where + " as " + who;
        }
    }

    @TestFactory
    @DisplayName("each table shows its rows to those alone who may see them")
    @Tag("S4-03")
    Stream<DynamicTest> everyTable() {
        SownWorld world = SownWorld.sow(sowing);
        String record =
                sowing.one("select id from customers.source_record where message_id = :id", world.neVisitMessage());
        return samples(world, record)
                .flatMap(sample -> EVERYBODY.entrySet().stream()
                        .map(who -> DynamicTest.dynamicTest(
                                sample.name(who.getKey()),
                                () -> assertThat(count(who.getValue(), sample) > 0)
                                        .isEqualTo(sample.seenBy().contains(who.getKey())))));
    }

    private static Stream<Sample> samples(SownWorld world, String record) {
        List<String> ne = List.of("desk", "auditor", "ne");
        List<String> crane = List.of("desk", "auditor", "crane");
        List<String> agent = List.of("desk", "auditor", "agent");
        List<String> neNeed = List.of("desk", "auditor", "ne", "crane");
        List<String> craneDemand = List.of("desk", "auditor", "ne", "crane");
        String visit = world.neVisitMessage();
        return Stream.of(
                new Sample("journal.message", "id", visit, ne),
                new Sample("journal.business_key", "message_id", visit, ne),
                new Sample("journal.claim", "message_id", visit, ne),
                new Sample("journal.effect", "message_id", visit, ne),
                new Sample("journal.payload", "message_id", visit, ne),
                new Sample("journal.attempt", "message_id", visit, ne),
                new Sample("journal.message", "id", world.eVisitMessage(), List.of("desk", "auditor", "e")),
                new Sample("journal.message", "id", world.craneAnswerMessage(), crane),
                new Sample("journal.payload", "message_id", world.craneAnswerMessage(), crane),
                new Sample("journal.message", "id", world.a001FileMessage(), agent),
                new Sample("journal.refusal", "message_id", world.a001FileMessage(), agent),
                new Sample("journal.refused_row", "message_id", world.a001FileMessage(), agent),
                new Sample("journal.file_form", "message_id", world.a001FileMessage(), agent),
                new Sample("visits.visit", "message_id", visit, ne),
                new Sample("visits.usage_reading", "serial", "SN-" + world.tag(), ne),
                new Sample("needs.need", "id", world.neNeed(), neNeed),
                new Sample("needs.part", "demand_id", world.craneDemand(), neNeed),
                new Sample("needs.part", "demand_id", world.boilerDemand(), List.of("desk", "auditor", "e", "boiler")),
                new Sample("needs.grading", "need_id", world.neNeed(), neNeed),
                new Sample("demand.demand", "id", world.craneDemand(), craneDemand),
                new Sample("demand.word", "demand_id", world.craneDemand(), craneDemand),
                new Sample("demand.hop", "demand_id", world.craneDemand(), craneDemand),
                new Sample("customers.golden_value", "customer_id", world.neCustomer(), ne),
                new Sample("customers.customer", "id", world.eCustomer(), List.of("desk", "auditor", "e", "boiler")),
                new Sample(
                        "customers.source_record",
                        "message_id",
                        world.a001FileMessage(),
                        List.of("desk", "auditor", "ne", "agent")),
                new Sample("matching.record", "id", record, List.of("desk", "auditor")),
                new Sample("platform.outbox", "effect_key", "ask|" + world.craneDemand(), crane));
    }

    private long count(Sender who, Sample sample) {
        return wall.read(
                Scope.of(who),
                () -> jdbc.sql("select count(*) from " + sample.table() + " where " + sample.where() + " = :id")
                        .param("id", sample.id())
                        .query(Long.class)
                        .single());
    }

    @TestFactory
    @DisplayName("no scope, no rows: on every table with a wall")
    Stream<DynamicTest> noScopeNoRows() {
        SownWorld.sow(sowing);
        return walledTables().stream()
                .map(table -> DynamicTest.dynamicTest(
                        table,
                        () -> assertThat(jdbc.sql("select count(*) from " + table)
                                        .query(Long.class)
                                        .single())
                                .isZero()));
    }

    @Test
    @DisplayName("every table but the reference data has a wall, and the owner itself may not walk around it")
    void everyTableHasAWall() {
        List<String> open = jdbc.sql("""
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and not c.relispartition and not (c.relrowsecurity and c.relforcerowsecurity)
                          and n.nspname not in ('pg_catalog', 'information_schema', 'flyway', 'public') order by 1
                        """).query(String.class).list();

        assertThat(open)
                .containsExactly("partners.product_class", "people.org_unit", "people.province", "people.region");
    }

    @Test
    @DisplayName("the hub's own role owns nothing and may not step over a wall")
    void theApplicationOwnsNothing() {
        assertThat(jdbc.sql("select rolbypassrls or rolsuper from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThat(jdbc.sql(
                                "select count(*) from pg_class where relowner = (select oid from pg_roles where rolname = current_user)")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("partitions are reached through their parent alone")
    void noGrantsOnPartitions() {
        assertThat(jdbc.sql("select count(*) from pg_class where relispartition and has_table_privilege(oid, 'select')")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("an auditor sees all and writes nothing")
    void anAuditorWritesNothing() {
        for (String write : List.of(
                "update needs.need set summary = 'x'",
                "insert into customers.sight (source_record_id, partner) values ('x', 'y')",
                "delete from customers.doubt")) {
            assertThatThrownBy(() ->
                            wall.run(Scope.of(AUDITOR), () -> jdbc.sql(write).update()))
                    .as(write)
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("read-only");
        }
    }

    @Test
    @DisplayName("nobody writes a row that would not be theirs")
    void nobodyWritesAnothersRow() {
        assertThatThrownBy(() -> wall.run(
                        Scope.of(CRANE),
                        () -> jdbc.sql(
                                        "insert into journal.claim (key, content_hash, message_id, partner) values (:key, '', '', 'factory-boiler')")
                                .param("key", "x" + Sowing.number())
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
    }

    @Test
    @DisplayName("a line lost midway is told as a store that is away, and not as a bug of ours")
    @Tag("S4-02")
    void aLineLost() {
        assertThatThrownBy(() -> wall.run(
                        Scope.WORKER,
                        () -> jdbc.sql("select pg_terminate_backend(pg_backend_pid())")
                                .query()
                                .singleRow()))
                .satisfies(lost -> assertThat(StoreTrouble.is(lost)).isTrue())
                .satisfies(lost -> assertThat(RouteErrors.storeAway(lost)).isTrue());
    }

    @Test
    @DisplayName("a reader sees one moment: what others commit between two of its statements is not there for it")
    void aReaderSeesOneMoment() {
        List<Long> seen = wall.read(Scope.of(DESK), () -> {
            long before = messages();
            CompletableFuture.runAsync(() -> SownWorld.sow(sowing)).join();
            return List.of(before, messages());
        });

        assertThat(seen.getFirst()).isEqualTo(seen.getLast());
        assertThat(wall.read(Scope.of(DESK), this::messages)).isGreaterThan(seen.getFirst());
    }

    private long messages() {
        return jdbc.sql("select count(*) from journal.message")
                .query(Long.class)
                .single();
    }

    @Test
    @DisplayName("a source record is never changed, whoever asks")
    @Tag("S4-24")
    void aSourceRecordIsNeverChanged() {
        assertThatThrownBy(() -> wall.run(
                        Scope.WORKER,
                        () -> jdbc.sql("update customers.source_record set name = 'x'")
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
    }

    @Test
    @DisplayName(
            "nothing is read outside a scope by the wall's own word, and one scope never turns into another midway")
    void oneScopeATime() {
        assertThatThrownBy(() -> wall.scope()).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> wall.run(Scope.of(NE), () -> wall.run(Scope.WORKER, () -> {})))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> wall.scope()).as("after a fall too").isInstanceOf(NullPointerException.class);
    }

    private List<String> walledTables() {
        return jdbc.sql("""
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relrowsecurity and not c.relispartition order by 1
                        """).query(String.class).list();
    }

    @Test
    @DisplayName(
            "a worker's statements are planned once and for indexes; nobody after it on the same connection inherits that")
    void aWorkersPlansAreItsOwn() {
        assertThat(plans(Scope.WORKER)).isEqualTo("force_generic_plan, off");
        assertThat(plans(Scope.of(DESK))).isEqualTo("auto, on");
    }

    private String plans(Scope scope) {
        return wall.within(
                scope,
                () -> jdbc.sql("select current_setting('plan_cache_mode') || ', ' || current_setting('enable_seqscan')")
                        .query(String.class)
                        .single());
    }
}
