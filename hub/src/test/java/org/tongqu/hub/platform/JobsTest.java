package org.tongqu.hub.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongqu.hub.HandClock;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;

@DisplayName("A job by the clock belongs to one hub at a time, and who lost it writes nothing")
@Tag("S4-02")
class JobsTest extends HubTest {
    private static final Duration LEASE = Duration.ofMinutes(1);

    @Autowired
    ApplicationContext hub;

    private final HandClock clock = new HandClock(Instant.parse("2035-01-01T04:00:00Z"));
    private final String job = "job-" + Sowing.number() + "-" + Long.toString(System.nanoTime(), 36);
    private final List<String> done = new ArrayList<>();

    @Test
    @DisplayName("while one hub does it no other does, nor the same a second time; given back, it is anybody's")
    void oneAtATime() {
        boolean first = jobs("a").run(job, LEASE, lease -> {
            assertThat(jobs("b").run(job, LEASE, other -> done.add("b"))).isFalse();
            assertThat(jobs("a").run(job, LEASE, other -> done.add("a again"))).isFalse();
        });

        assertThat(first).isTrue();
        assertThat(done).isEmpty();
        assertThat(jobs("b").run(job, LEASE, lease -> done.add("b"))).isTrue();
        assertThat(done).containsExactly("b");
    }

    @Test
    @DisplayName("a woken zombie's write in a job is refused, and all of its transaction with it")
    void aWokenZombie() {
        boolean finished = jobs("asleep").run(job, LEASE, lease -> {
            wrote(lease, "asleep, early");
            clock.pass(LEASE.plusSeconds(1));
            assertThat(jobs("awake").run(job, LEASE, other -> wrote(other, "awake")))
                    .isTrue();
            wrote(lease, "asleep, late");
        });

        assertThat(finished).as("it is told that another went on").isFalse();
        assertThat(written()).containsExactly("asleep, early", "awake");
    }

    @Test
    @DisplayName("one that woke late does not give back what is another's by now")
    void aZombieGivesNothingBack() {
        jobs("asleep").run(job, LEASE, lease -> {
            clock.pass(LEASE.plusSeconds(1));
            jobs("awake").run(job, LEASE, other -> {
                assertThatExceptionOfType(JobLease.Lost.class).isThrownBy(() -> wall.run(Scope.WORKER, lease::hold));
                done.add("awake");
            });
        });

        assertThat(done).containsExactly("awake");
        assertThat(fence()).isEqualTo("2");
    }

    @Test
    @DisplayName("each transaction of the job lets its lease run anew, so that long work is not taken away")
    void longWork() {
        jobs("a").run(job, LEASE, lease -> {
            for (int part = 0; part < 5; part++) {
                clock.pass(LEASE.minusSeconds(1));
                wall.run(Scope.WORKER, lease::hold);
            }
            clock.pass(LEASE.minusSeconds(1));
            assertThat(jobs("b").run(job, LEASE, other -> done.add("b"))).isFalse();
        });

        assertThat(done).isEmpty();
    }

    @Test
    @DisplayName("what an earlier life of the same home held is over at once, and its number is not used again")
    void anEarlierLife() {
        Node before = new Node("home-" + job, "before");
        Node now = new Node("home-" + job, "now");
        JobsOfAHub.of(hub, before, clock).run(job, LEASE, lease -> {
            assertThat(JobsOfAHub.of(hub, now, clock).run(job, LEASE, other -> done.add("now")))
                    .isTrue();
            assertThatExceptionOfType(JobLease.Lost.class).isThrownBy(() -> wall.run(Scope.WORKER, lease::hold));
        });

        assertThat(done).containsExactly("now");
        assertThat(fence()).isEqualTo("2");
    }

    @Test
    @DisplayName("a lease is asked for inside the transaction that writes, or not at all")
    void onlyInATransaction() {
        jobs("a")
                .run(
                        job,
                        LEASE,
                        lease -> assertThatExceptionOfType(NullPointerException.class)
                                .isThrownBy(lease::hold)
                                .withMessageContaining("no scope"));
    }

    /** An audit line stands for what a job writes: it cannot be changed or taken away afterwards. */
    private void wrote(JobLease lease, String what) {
        wall.run(Scope.WORKER, () -> {
            hub.getBean(AuditTrail.class).note("JOB", job, what);
            lease.hold();
        });
    }

    private List<String> written() {
        return wall.read(
                Scope.WORKER,
                () -> jdbc.sql("select detail from platform.audit_line where object = :job order by id")
                        .param("job", job)
                        .query(String.class)
                        .list());
    }

    private String fence() {
        return hub.getBean(Sowing.class).one("select fence from platform.job_lease where name = :id", job);
    }

    private Jobs jobs(String name) {
        return JobsOfAHub.of(hub, name + job, clock);
    }
}
