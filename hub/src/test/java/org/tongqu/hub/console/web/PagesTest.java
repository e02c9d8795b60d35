package org.tongqu.hub.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongqu.connectors.canon.Sender;

/** Every page of every role, printed in both languages and both themes with invented records. */
class PagesTest {
    private static final Pattern TAGS = Pattern.compile("<[^>]*>");
    private static final Press PRESS = new Press();

    static Stream<Arguments> pages() {
        return Stream.of(Locale.CHINESE, Locale.ENGLISH)
                .flatMap(language -> Samples.of(language).stream()
                        .map(sample -> Arguments.of(sample.name() + " " + language, sample, language)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void aPageHasOneHeadingItsLandmarksAndNoBareKey(String name, Samples.Sample sample, Locale language) {
        String page = print(sample, language, "");
        assertThat(page).containsOnlyOnce("<h1").containsOnlyOnce("<main").contains("<nav", "role=\"search\"");
        assertThat(page).contains(language.equals(Locale.CHINESE) ? "<html lang=\"zh-CN\"" : "<html lang=\"en\"");
        assertThat(page).doesNotContain("??", "th:", "null").containsOnlyOnce("class=\"logo\"");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void nothingOnAPageIsInlineScriptOrStyle(String name, Samples.Sample sample, Locale language) {
        String page = print(sample, language, "dark");
        assertThat(page).contains("data-theme=\"dark\"").doesNotContain(" style=", "<style", " onclick", "javascript:");
        assertThat(Pattern.compile("<script(?![^>]*src=)").matcher(page).find()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void tableHeadingsSayWhatTheyHead(String name, Samples.Sample sample, Locale language) {
        assertThat(Pattern.compile("<th(?![a-z])(?![^>]*scope=)")
                        .matcher(print(sample, language, ""))
                        .find())
                .isFalse();
    }

    @Test
    void theDeskLearnsWhoWaitsForWhomLateFirst() {
        String home = words(print(sample("home-DESK"), Locale.CHINESE, ""));
        assertThat(home).contains("谁在等谁", "超时 5 小时 10 分", "剩 7 小时 36 分", "印机厂", "停放的消息");
        assertThat(home.indexOf("超时 5 小时")).isLessThan(home.indexOf("剩 7 小时"));
    }

    @Test
    void aFactoryIsToldWhatWaitsForItsAnswer() {
        assertThat(words(print(sample("home-factory"), Locale.CHINESE, ""))).contains("等贵厂答复", "其中 1 份超时");
    }

    @Test
    void anAgentSeesItsFilesAndHowManyRowsCameBack() {
        assertThat(words(print(sample("home-agent"), Locale.CHINESE, ""))).contains("销售202602.csv", "3 行退回", "412");
    }

    @Test
    void aRoleIsShownOnlyPagesItMayOpen() {
        String agent = print(sample("home-agent"), Locale.CHINESE, "");
        assertThat(agent).contains("href=\"/messages\"").doesNotContain("href=\"/customers\"", "href=\"/needs\"");
    }

    @Test
    void aValueTellsEverySourceThatSpokeAndTheRuleThatChose() {
        String customer = words(print(sample("customer"), Locale.CHINESE, ""));
        assertThat(customer).contains("沈阳一机床", "第 14 行", "采用规则");
    }

    @Test
    void theDetailOfAFileNamesEachReturnedRowAndWhatToDo() {
        String page = words(print(sample("message-file"), Locale.CHINESE, ""));
        assertThat(page).contains("87", "请核对编码末位", "接收 412", "2026-02-11,沈阳一机床");
    }

    @Test
    void aFileBeingReadShowsHowFarItIsAndThePageLooksAgain() {
        String page = print(sample("message-reading"), Locale.CHINESE, "");
        assertThat(page).contains("<progress", "value=\"0.4271\"", "已读 42%", "every 1s");
        assertThat(print(sample("message-file"), Locale.CHINESE, "")).doesNotContain("<progress", "every 1s");
    }

    @Test
    void aRejectedRowStandsWithItsCellsItsReasonAndTheWayToItsFile() {
        String page = print(sample("refused-rows"), Locale.CHINESE, "");
        assertThat(words(page)).contains("203", "客户名称 鞍山宏泰", "多出来的", "2 月没有 30 日", "BAD_DATE", "被退回的行");
        assertThat(page).contains("/messages?open=m2", "/refused-rows?code=BAD_DATE&amp;after=0123.204");
        assertThat(words(print(sample("refused-rows"), Locale.ENGLISH, ""))).contains("There is no 30 February");
    }

    @Test
    void aMessageSaysByWhichWireItCameOrWent() {
        assertThat(words(print(sample("message-parked"), Locale.CHINESE, ""))).contains("队列");
        assertThat(words(print(sample("message-parked"), Locale.ENGLISH, ""))).contains("· queue ·");
        assertThat(words(print(sample("message-file"), Locale.ENGLISH, ""))).contains("· drop folder ·");
    }

    @Test
    void aParkedMessageOffersToBeSentAgain() {
        assertThat(print(sample("message-parked"), Locale.CHINESE, ""))
                .contains("action=\"/messages/m3/resend\"", "重发", "没有重发");
        assertThat(print(sample("message-file"), Locale.CHINESE, "")).doesNotContain("/resend");
    }

    @Test
    void aWrongPasswordIsSaidWithoutTellingWhichPartWasWrong() {
        String page = signIn(Locale.CHINESE, true, true);
        assertThat(page).contains("账号或密码不对", "name=\"login\"", "name=\"password\"", "role=\"alert\"");
        assertThat(signIn(Locale.ENGLISH, true, false)).contains("The user name or password is wrong");
    }

    @Test
    void theDemoSaysItsUsersAndTheirPasswordAndTheProductDoesNot() {
        assertThat(words(signIn(Locale.CHINESE, false, true))).contains("desk", "agent-a001", "密码都是 demo");
        assertThat(signIn(Locale.CHINESE, false, false)).doesNotContain("agent-a001");
    }

    @Test
    void anErrorPageSaysWhatToDo() {
        for (String status : List.of("400", "403", "404", "500", "4xx", "5xx")) {
            for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                assertThat(PRESS.open("error/" + status, language, Map.of()))
                        .contains("<h1", "href=\"/\"")
                        .doesNotContain("??");
            }
        }
    }

    @Test
    void everyRoleHasAHome() {
        for (Sender.Role role : Sender.Role.values()) {
            assertThat(Menu.of(role)).contains(Menu.HOME);
        }
    }

    private static Samples.Sample sample(String name) {
        return Samples.of(Locale.CHINESE).stream()
                .filter(sample -> sample.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String print(Samples.Sample sample, Locale language, String theme) {
        return PRESS.page(
                sample.template(), MadeUp.sender(sample.role()), language, theme, sample.address(), sample.model());
    }

    private static String signIn(Locale language, boolean wrong, boolean demo) {
        return PRESS.open(
                "console/sign-in",
                language,
                Map.of(
                        "demo",
                        demo,
                        "wrong",
                        wrong,
                        "left",
                        false,
                        "theme",
                        "",
                        "users",
                        List.of("desk", "agent-a001")));
    }

    private static String words(String page) {
        return TAGS.matcher(page).replaceAll(" ").replaceAll("\\s+", " ");
    }
}
