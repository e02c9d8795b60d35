package org.tongqu.hub.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.partners.PartnersPages;
import org.tongqu.hub.platform.OutboxPages;

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
    void theNetworkSaysWhichWayIsCutWhichIsSlowAndWhoMustMend() {
        String network = words(print(sample("network"), Locale.CHINESE, ""));
        assertThat(network).contains("断线 26 分，节点存有 14 条", "慢，积压 38 件", "停放 2 件", "1 家代理商有行待改", "代理商 60 家", "1,312 行");
        String notices = network.substring(network.indexOf("要留意"));
        assertThat(notices.indexOf("西北")).isLessThan(notices.indexOf("起重机厂"));
        assertThat(notices).doesNotContain("东北");
    }

    @Test
    void aNetworkOnWhichNothingMovesSaysSoAndAsksForNothing() {
        String network = words(print(sample("network-quiet"), Locale.CHINESE, ""));
        assertThat(network).contains("各条路都通畅", "这段时间没有消息").doesNotContain("断线 ", "积压");
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
    @Tag("S4-24")
    void aSourceRecordTellsWhyItIsHereAndTheCustomerWhoItsKinAre() {
        String customer = words(print(sample("customer"), Locale.CHINESE, ""));
        assertThat(customer).contains("与“沈阳第一机床厂”相符，合计 +6.4（规则 parts-1）", "手机相同 +4.9", "公司形式不同 -0.3", "沈阳第二机床厂 兄弟厂");
        assertThat(words(print(sample("customer"), Locale.ENGLISH, "")))
                .contains("Goes with “沈阳第一机床厂”, sum +6.4 (rule parts-1)", "same mobile +4.9", "Sister works");
    }

    @Test
    @Tag("S1-01")
    void aCustomerIsShownWithItsPeopleItsMachinesAndWhoDealsWithIt() {
        String customer = words(print(sample("customer"), Locale.CHINESE, ""));
        assertThat(customer.substring(customer.indexOf("联系人")))
                .contains(
                        "王工 设备科长",
                        "13900000000 024-25800000",
                        "来自 抚顺挖掘机厂",
                        "赵会计",
                        "CK6150 CK6150-0417",
                        "运行 1200 小时，故障 1 次 · 主轴异响")
                .contains("CK6180/2000 SN-7001", "已发货，还没有在拜访中见到 MT1-251203-02")
                .contains("孙立", "拜访 1 次", "订单 1 张，152.0 万元", "报售 1 行");
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
    void theListOfOrdersSaysWhoIsWaitedForAndWhatIsLate() {
        String page = words(print(sample("orders"), Locale.CHINESE, ""));
        assertThat(page).contains("1 张在等工厂发货，其中 1 张超过交期", "在等机床一厂发货", "超时", "在等客户回款 76.0 万元", "50%", "152.0");
        assertThat(print(sample("orders"), Locale.CHINESE, ""))
                .contains("/orders?number=25&amp;factory=factory-mt1&amp;region=NE&amp;after=0123");
    }

    @Test
    void anOrderTellsWhatEachRevisionChangedWhatHasLeftAndWhichMessageToldIt() {
        String page = words(print(sample("order"), Locale.CHINESE, ""));
        assertThat(page)
                .contains(
                        "第 1 行数量：1 → 2", "合计：CNY 760,000.00 → CNY 1,520,000.00", "第一次报来", "1 / 2", "回款 P-1", "不在它的划分里");
        assertThat(print(sample("order"), Locale.CHINESE, ""))
                .contains("/messages?open=m-9", "href=\"/customers/c-1\"")
                .doesNotContain("/messages?open=m-10");
        assertThat(words(print(sample("order-facts"), Locale.CHINESE, ""))).contains("只收到进度，订单本身还没报来");
    }

    @Test
    void agentsFilesStandWithTheirMonthsTheirShareAndTheRowsToMend() {
        String page = print(sample("reports"), Locale.CHINESE, "");
        assertThat(words(page)).contains("1 份文件共 3 行等代理商改正", "2026-02 — 2026-03", "99%");
        assertThat(page).contains("/messages/m2/rejected.csv", "href=\"/upload\"");
    }

    @Test
    void anUploadTellsItsLimitBeforeItsProgressWhileAndItsReasonsAfter() {
        String before = print(sample("upload"), Locale.CHINESE, "");
        assertThat(before).contains("最大 64 MB", "没有收下：文件超过 64 MB", "multipart/form-data", "data-most=\"67108864\"");
        assertThat(print(sample("upload-reading"), Locale.CHINESE, "")).contains("every 1s", "<progress", "已收妥");
        String after = print(sample("upload-done"), Locale.ENGLISH, "");
        assertThat(after).contains("rejected.csv", "rejected.xlsx").doesNotContain("every 1s");
        assertThat(words(after)).contains("Rows taken: 412, returned: 3");
    }

    @Test
    void partnersAreSaidHowTheyStandInOneSentenceWorstThingFirst() {
        Say say = MadeUp.say(Locale.CHINESE);
        assertThat(health(PartnerSamples.crane(), PartnerSamples.waiting(), null, say))
                .isEqualTo("late: 2 小时 4 分没有签收，3 件在等");
        assertThat(health(PartnerSamples.crane(), new OutboxPages.Load(3, MadeUp.NOW.minusMinutes(9), 0, 0), null, say))
                .startsWith("calm: ");
        assertThat(health(
                        PartnerSamples.crane(), new OutboxPages.Load(1, MadeUp.NOW.minusMinutes(20), 3, 0), null, say))
                .isEqualTo("soon: 20 分没有签收，1 件在等");
        assertThat(health(PartnerSamples.agent(true), new OutboxPages.Load(3, MadeUp.NOW, 0, 2), null, say))
                .isEqualTo("late: 2 件停放，要人重发");
        assertThat(health(PartnerSamples.agent(true), null, PartnerSamples.heard(6), say))
                .isEqualTo("soon: 近 30 天退回 6 行，等对方改正");
        assertThat(health(PartnerSamples.agent(true), null, PartnerSamples.heard(5), say))
                .isEqualTo("calm: 正常");
        assertThat(health(PartnerSamples.agent(true), null, null, say)).isEqualTo("soon: 近 30 天没有消息");
        assertThat(health(PartnerSamples.agent(false), PartnerSamples.waiting(), null, say))
                .isEqualTo("gone: 已停用");
    }

    private static String health(
            PartnersPages.Partner partner,
            OutboxPages.@Nullable Load load,
            JournalPages.@Nullable Heard heard,
            Say say) {
        PartnerHealth health = PartnerHealth.of(partner, load, heard, say);
        return health.style() + ": " + health.says();
    }

    @Test
    void aPartnerStandsWithItsProfileItsZonesItsMessagesAndWhatWaitsForIt() {
        String page = words(print(sample("partner"), Locale.CHINESE, ""));
        assertThat(page).contains("招议标型", "直销 、代理", "东北区 辽宁省、吉林省", "外贸 出口", "自 2026-01-01 起", "等它答复的询厂");
        assertThat(print(sample("partner"), Locale.CHINESE, "")).contains("/messages?partner=factory-crane&amp;open=");
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
