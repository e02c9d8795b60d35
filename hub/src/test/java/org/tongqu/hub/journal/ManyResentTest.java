package org.tongqu.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.HandClock;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Jobs;
import org.tongqu.hub.platform.JobsOfAHub;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.SleepyWall;
import org.tongqu.hub.platform.Wall;

@DisplayName("Two hubs put back what was parked, and one of them falls asleep over it")
@Tag("S4-02")
class ManyResentTest extends HubTest {
    private static final Sender ADMIN = new Sender("admin", Sender.Role.ADMIN, null, null);

    @Autowired
    ApplicationContext hub;

    @Autowired
    Sowing sowing;

    private final HandClock clock =
            new HandClock(Instant.parse("2061-01-01T04:00:00Z").plus(Duration.ofDays(Sowing.number())));
    private final Parked tells = (sender, ref) -> Parked.Answer.NOT_PARKED;

    @Test
    @DisplayName("a woken zombie's piece is not put back a second time")
    void onceEach() {
        String visit = sowing.applied(sowing.visit("rep-ne-1", "NE", visit()));
        sowing.park(visit);
        SleepyWall sleepy = sleepy();
        String[] act = new String[1];
        alone(() -> {
            act[0] = hub.getBean(ManyParked.class).begin(ADMIN, List.of(visit, "nobody-" + visit));
            clock.pass(Duration.ofHours(1));
            sleepy.sleepBefore(1, () -> {
                clock.pass(Duration.ofHours(1));
                resent("awake", wall, hub.getBean(Parked.class)).goOn();
            });
            resent("asleep", sleepy, hub.getBean(Parked.class)).goOn();
        });

        assertThat(answers(act[0])).isEqualTo("UNKNOWN, WAITS_AGAIN");
        assertThat(sowing.one(
                        "select count(*) from platform.audit_line where object = :id and act = 'RESEND_MESSAGE'",
                        visit))
                .isEqualTo("1");
    }

    @Test
    @DisplayName("a zombie whose own try failed does not write that over what another answered meanwhile")
    void noOldFailure() {
        SleepyWall sleepy = sleepy();
        String[] act = new String[1];
        alone(() -> {
            act[0] = hub.getBean(ManyParked.class).begin(ADMIN, List.of("piece-" + Sowing.number()));
            clock.pass(Duration.ofHours(1));
            sleepy.sleepBefore(2, () -> {
                clock.pass(Duration.ofHours(1));
                resent("awake", wall, tells).goOn();
            });
            resent("asleep", sleepy, (sender, ref) -> {
                        throw new IllegalStateException("the line broke");
                    })
                    .goOn();
        });

        assertThat(answers(act[0])).isEqualTo("NOT_PARKED");
    }

    /** While the running hub has no turn at it. */
    private void alone(Runnable work) {
        assertThat(JobsOfAHub.of(hub, "holder", clock).run("many-resent", Duration.ofMinutes(1), lease -> work.run()))
                .isTrue();
    }

    private ManyResent resent(String name, Wall through, Parked parked) {
        Jobs jobs = JobsOfAHub.of(hub, name, clock);
        return new ManyResent(
                hub.getBean(ManyResentStore.class),
                parked,
                hub.getBean(Policy.class),
                hub.getBean(AuditTrail.class),
                through,
                hub.getBean(Ids.class),
                hub.getBean(Clock.class),
                jobs);
    }

    private SleepyWall sleepy() {
        return new SleepyWall(jdbc, hub.getBean(PlatformTransactionManager.class));
    }

    private String answers(String act) {
        return sowing.one(
                "select string_agg(answer, ', ' order by answer) from journal.many_resent_piece where many_id = :id",
                act);
    }

    private static String visit() {
        return """
                {"formatVersion":1,"visitNo":"NE-MR%d-%s","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"锦州重放厂","province":"辽宁省"},"opinions":["再来一次"]}""".formatted(Sowing.number(), Long.toString(System.nanoTime(), 36));
    }
}
