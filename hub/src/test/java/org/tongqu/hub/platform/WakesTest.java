package org.tongqu.hub.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.tongqu.hub.HubTest;

@DisplayName("The door bell")
class WakesTest extends HubTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @Value("${spring.datasource.url}")
    private String url;

    @Value("${spring.datasource.username}")
    private String user;

    @Value("${spring.datasource.password}")
    private String password;

    private final List<String> heardHere = new CopyOnWriteArrayList<>();
    private final List<String> heardThere = new CopyOnWriteArrayList<>();
    private final String bell = "bell-" + Long.toString(System.nanoTime(), 36);
    private Wakes here;
    private Wakes there;

    @BeforeEach
    void twoHubs() {
        here = hub("here", heardHere);
        there = hub("there", heardThere);
        await().atMost(SOON).until(() -> {
            jdbc.sql("select pg_notify('tongqu', :text)")
                    .param("text", bell + " by hand")
                    .query()
                    .singleRow();
            return heardHere.contains("by hand") && heardThere.contains("by hand");
        });
    }

    private Wakes hub(String life, List<String> heard) {
        Wakes wakes = new Wakes(jdbc, new Node("wakes-test", life), url, user, password);
        wakes.on(bell, heard::add);
        wakes.start();
        return wakes;
    }

    @AfterEach
    void closed() {
        here.stop();
        there.stop();
    }

    @Test
    @DisplayName("rings here and in every other hub, here once")
    void here() {
        here.ring(bell, "one");

        await().atMost(SOON).until(() -> heardHere.contains("one") && heardThere.contains("one"));
        there.ring(bell, "two");
        await().atMost(SOON).until(() -> heardHere.contains("two") && heardThere.contains("two"));
        assertThat(heardHere).containsOnlyOnce("one", "two");
        assertThat(heardThere).containsOnlyOnce("one", "two");
    }

    @Test
    @DisplayName("rings for what is committed, and not for what was taken back")
    void onlyAfterTheCommit() {
        wall.within(Scope.WORKER, () -> {
            here.ring(bell, "committed");
            return assertThat(heardHere).doesNotContain("committed");
        });
        try {
            wall.run(Scope.WORKER, () -> {
                here.ring(bell, "taken back");
                throw new IllegalStateException("taken back");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("taken back");
        }
        here.ring(bell, "last");

        await().atMost(SOON).until(() -> heardThere.contains("last"));
        assertThat(heardHere).contains("committed").doesNotContain("taken back");
        assertThat(heardThere).contains("committed").doesNotContain("taken back");
    }

    @Test
    @DisplayName("is heard by all listeners though one of them fails")
    void oneFails() {
        List<String> second = new CopyOnWriteArrayList<>();
        String other = bell + "-other";
        here.on(other, detail -> {
            throw new IllegalStateException("on purpose");
        });
        here.on(other, second::add);

        here.ring(other, "one");
        here.ring(other, "two");

        await().atMost(SOON).until(() -> second.containsAll(List.of("one", "two")));
    }
}
