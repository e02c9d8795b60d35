package org.tongqu.hub.console.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.tongqu.connectors.canon.Sluice;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.platform.OutboxPages;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Vitals;

@DisplayName("System health in words")
class HealthPageTest extends HubTest {
    private static final Instant NOW = Instant.parse("2026-03-04T02:00:00Z");

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private MessageSource words;

    @Test
    @DisplayName(
            "is read by administrators, the service desk and auditors, with every part in a word and what to do next")
    @Tag("S3-11")
    void whoReadsIt() throws Exception {
        for (String login : List.of("admin", "desk", "auditor")) {
            assertThat(page(login, "/health"))
                    .contains(
                            "data-part=\"database\"",
                            "data-part=\"broker\"",
                            "data-part=\"audit\"",
                            "data-part=\"intake\"",
                            "data-part=\"hands\"",
                            "data-part=\"clocks\"");
        }
        for (String login : List.of("mgr-ne", "rep-ne-1", "factory-crane", "agent-a001", "branch-ne")) {
            assertThat(answer(login, "/health").getStatus()).as(login).isEqualTo(403);
        }
    }

    @Test
    @DisplayName(
            "knows of the hub that answers, and of a neighbour that was killed: a clean stop leaves nothing behind")
    void neighbours() throws Exception {
        String dead = "dead-" + Sowing.number();
        await().atMost(Duration.ofSeconds(30)).until(() -> one("select count(*) from platform.hub_node") > 0);
        wall.run(Scope.WORKER, () -> jdbc.sql("""
                        insert into platform.hub_node values (:dead, :dead, now() - interval '1 hour', now() - interval '10 minutes')
                        """).param("dead", dead).update());
        assertThat(page("desk", "/health")).contains("没有声息", dead, "（就是这一个）", "要留意");
        wall.run(
                Scope.WORKER,
                () -> jdbc.sql("delete from platform.hub_node where life = :dead")
                        .param("dead", dead)
                        .update());
        assertThat(page("desk", "/health")).contains("只有这一个节点，在运转").doesNotContain(dead);
    }

    @Test
    @DisplayName("says one sentence above all: all is well, or how much is wrong, the worst first")
    void theSentence() {
        HealthStory story = story();
        HealthPart well = story.broker(new Vitals.Line(true, NOW, false));
        HealthPart cut = story.broker(new Vitals.Line(false, NOW, false));
        HealthPart parked = story.parked(3);
        assertThat(story.sentence(List.of(well))).isEqualTo("一切正常，不用做什么");
        HealthPart unknown = story.audit(Optional.empty());
        assertThat(story.sentence(List.of(unknown, well))).startsWith("没有发现问题，1 处还不知道");
        assertThat(HealthStory.mood(List.of(unknown, well))).isEqualTo("calm");
        assertThat(story.sentence(List.of(well, parked))).isEqualTo("都在运转，1 处要留意，见下");
        assertThat(story.sentence(List.of(well, parked, cut))).startsWith("1 处出了问题");
        assertThat(HealthStory.worstFirst(List.of(well, parked, cut))).containsExactly(cut, parked, well);
        assertThat(cut.next()).contains("队列服务");
    }

    @Test
    @DisplayName("tells a full disk, a shut folder, a clock that is off, and a backlog by how long its first waits")
    void thresholds() {
        HealthStory story = story();
        assertThat(List.of(
                        story.disk(new Vitals.Disk(100, 50, true)).style(),
                        story.disk(new Vitals.Disk(100, 10, true)).style(),
                        story.disk(new Vitals.Disk(100, 2, true)).style()))
                .containsExactly("calm", "soon", "late");
        assertThat(story.files(new Vitals.Disk(100, 50, false)).style()).isEqualTo("late");
        assertThat(story.broker(new Vitals.Line(true, NOW, true)).style()).isEqualTo("late");
        assertThat(List.of(leaving(1).style(), leaving(20).style(), leaving(180).style()))
                .containsExactly("calm", "soon", "late");
        assertThat(story.arriving(new JournalPages.Backlog(2, ago(20), 1)).says())
                .contains("2 条", "1 条");
        assertThat(story.clocks(base(Duration.ofSeconds(9), Duration.ZERO)).says())
                .contains("9 秒");
        assertThat(story.clocks(base(Duration.ofMillis(9), Duration.ZERO)).style())
                .isEqualTo("calm");
    }

    @Test
    @DisplayName("invents nothing: no audit on record and no branch that ever called are told as not known")
    void notKnown() {
        assertThat(story().audit(Optional.empty()).style()).isEqualTo("gone");
        assertThat(story().branches(List.of()).style()).isEqualTo("gone");
        assertThat(story().audit(Optional.of(new Vitals.Walk(ago(9), 0, 0, 0))).style())
                .isEqualTo("calm");
        assertThat(story().audit(Optional.of(new Vitals.Walk(ago(9), 1, 0, 2))).says())
                .contains("丢 1、重 0、错 2");
    }

    @Test
    @DisplayName("tells a slow database, and who among the partners has not taken its own for longest")
    void slowAndSilent() {
        assertThat(story().database(base(Duration.ZERO, Duration.ofMillis(900))).style())
                .isEqualTo("calm");
        assertThat(story().database(base(Duration.ZERO, Duration.ofSeconds(4))))
                .extracting(HealthPart::style, HealthPart::says, HealthPart::next)
                .containsExactly("soon", "连着，占 1 B，但回答要 4 秒", "看数据库的机器在忙什么，磁盘是不是太慢");
        assertThat(story().leaving(Map.of(
                                "works-1", new OutboxPages.Load(2, ago(5), 0, 0),
                                "works-2", new OutboxPages.Load(1, ago(20), 3, 0)))
                        .says())
                .isEqualTo("有 3 件在等送出，涉及 2 家伙伴，最久的是works-2");
    }

    @Test
    @DisplayName("tells a slowed and a shut intake with the cause, where what comes waits, and what to do about it")
    void theIntake() {
        assertThat(story().intake(new Sluice.Open()).style()).isEqualTo("calm");
        assertThat(story().intake(new Sluice.Slow(Sluice.Cause.DISK, Duration.ofMillis(300))))
                .extracting(HealthPart::style, HealthPart::says, HealthPart::next)
                .containsExactly("soon", "放慢了：磁盘将满", "清出磁盘，或换一块大的；够了会自己再收");
        for (Sluice.Cause cause : Sluice.Cause.values()) {
            HealthPart shut = story().intake(new Sluice.Shut(cause, Duration.ofSeconds(2)));
            assertThat(shut.style()).isEqualTo("late");
            assertThat(shut.says()).startsWith("不收新的：").contains("503").doesNotContain("health.");
            assertThat(shut.next()).isNotBlank().doesNotContain("health.");
        }
    }

    @Test
    @DisplayName("tells hands that are gone and one that has had the same message for long")
    void theHands() {
        assertThat(story().hands(new JournalPages.Hands(4, 4, ago(29))).style()).isEqualTo("calm");
        assertThat(story().hands(new JournalPages.Hands(4, 4, ago(31))).style()).isEqualTo("soon");
        assertThat(story().hands(new JournalPages.Hands(4, 3, null)))
                .extracting(HealthPart::style, HealthPart::says)
                .containsExactly("late", "应有 4 个在处理，只剩 3 个");
    }

    private static Vitals.Base base(Duration apart, Duration took) {
        return new Vitals.Base(1, ago(60), ago(0), apart, took);
    }

    private HealthPart leaving(int minutes) {
        return story().leaving(Map.of("works-1", new OutboxPages.Load(1, ago(minutes), 0, 0)));
    }

    private static OffsetDateTime ago(int minutes) {
        return NOW.minus(Duration.ofMinutes(minutes)).atOffset(ZoneOffset.UTC);
    }

    private HealthStory story() {
        Say say = new Say(words, Locale.SIMPLIFIED_CHINESE, Clock.fixed(NOW, ZoneOffset.UTC));
        return new HealthStory(say, new Names(say, Map::of, login -> null, Map.of()));
    }

    private long one(String sql) {
        return wall.read(Scope.WORKER, () -> jdbc.sql(sql).query(Long.class).single());
    }

    private MockHttpServletResponse answer(String login, String address) throws Exception {
        return Objects.requireNonNull(MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build()
                .perform(get(address).with(user(login)))
                .andReturn()
                .getResponse());
    }

    private String page(String login, String address) throws Exception {
        MockHttpServletResponse answer = answer(login, address);
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsString(UTF_8);
    }
}
