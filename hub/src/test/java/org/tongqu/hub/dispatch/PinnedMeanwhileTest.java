package org.tongqu.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.hub.Brands;
import org.tongqu.hub.Caller;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.platform.Scope;

@DisplayName("A plan and a person at one moment")
class PinnedMeanwhileTest extends HubTest {
    @Autowired
    private Sowing sowing;

    @Autowired
    private PlanStore plans;

    @Test
    @Tag("S0-06")
    @DisplayName("a pin that is being set while a plan is written stands, and the plan gives way")
    void thePinStands() throws InterruptedException {
        String dispatch = dispatch();
        String place = sowing.one("select id from dispatch.place where dispatch_id = :id", dispatch);
        int version =
                Integer.parseInt(sowing.one("select version::text from dispatch.dispatch where id = :id", dispatch));
        String technician = technician();
        CountDownLatch pinning = new CountDownLatch(1);
        CountDownLatch pinned = new CountDownLatch(1);
        CompletableFuture<Void> person = CompletableFuture.runAsync(() -> wall.run(Scope.WORKER, () -> {
            pin(dispatch, place, technician);
            pinning.countDown();
            untilReleased(pinned);
        }));
        pinning.await();

        CompletableFuture<Void> plan = CompletableFuture.runAsync(() ->
                wall.run(Scope.WORKER, () -> plans.save(List.of(nobody(place, dispatch)), Map.of(dispatch, version))));
        await().until(() -> Objects.requireNonNull(wall.read(
                        Scope.WORKER,
                        () -> jdbc.sql("select count(*) from pg_locks where not granted")
                                .query(Long.class)
                                .single()))
                > 0);
        pinned.countDown();
        person.join();
        plan.join();

        assertThat(sowing.one("select technician_id || ' ' || from_day from dispatch.place where id = :id", place))
                .isEqualTo(technician + " 2030-01-07");
        wall.run(Scope.WORKER, () -> leave(dispatch, technician));
    }

    private String dispatch() {
        String tag = "P" + Sowing.number() + Long.toString(System.nanoTime(), 36);
        String message = sowing.visit("rep-ne-1", "NE", """
                {"formatVersion":1,"visitNo":"NE-%1$s","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"%2$s","province":"辽宁"},
                 "needs":[{"needNo":"1","summary":"同时 %1$s","functional":"每小时 10 吨","parts":[{"productClass":"PRINTING","qty":"1"}]}]}""".formatted(tag, Brands.firm()));
        String need = sowing.one("select id from needs.need where message_id = :id", message);
        return sowing.one("select id from dispatch.dispatch where need_id = :id", need);
    }

    private String technician() {
        return Caller.as(port, "desk")
                .post("/api/v1/technicians", """
                        {"name":"同时","level":3,"region":"NE","lineManager":"总工办","daysCap":20,"skills":[{"productClass":"PRINTING","trade":"SERVICE"}]}""")
                .json()
                .path("id")
                .asText();
    }

    /** As a person's act does it: holds the dispatch, pins, and says that something moved. */
    private void pin(String dispatch, String place, String technician) {
        jdbc.sql("select 1 from dispatch.dispatch where id = :id for update")
                .param("id", dispatch)
                .query()
                .listOfRows();
        jdbc.sql("""
                        update dispatch.place set state = 'PROPOSED', technician_id = :technician, technician_name = '同时',
                            from_day = :day, until_day = :day, pinned = true where id = :id
                        """)
                .param("technician", technician)
                .param("day", LocalDate.parse("2030-01-07"))
                .param("id", place)
                .update();
        jdbc.sql("update dispatch.dispatch set version = version + 1 where id = :id")
                .param("id", dispatch)
                .update();
    }

    private static void untilReleased(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static PlanStore.Found nobody(String place, String dispatch) {
        return new PlanStore.Found(place, dispatch, null, null, null, null, null, null, "");
    }

    private void leave(String dispatch, String technician) {
        jdbc.sql(
                        "update dispatch.dispatch set state = 'CLOSED', closed_at = now(), closed_why = 'DONE', stale = false where id = :id")
                .param("id", dispatch)
                .update();
        jdbc.sql("update dispatch.technician set active = false where id = :id")
                .param("id", technician)
                .update();
    }
}
