package org.tongqu.hub.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.connectors.canon.CustomerSaid.ContactSaid;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.Customers.SourceKind;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Window;

@DisplayName("A customer is found by")
class FindingTest extends CustomersBed {
    private static final Window TEN = Window.first(10);
    private static final Sender EAST = new Sender("mgr-e", Sender.Role.MANAGER, "E", null);
    private static final Sender NORTH_EAST = new Sender("mgr-ne", Sender.Role.MANAGER, "NE", null);
    private static final Sender AGENT = new Sender("agent-a001", Sender.Role.AGENT, null, "agent-a001");
    private static final Sender OTHER_AGENT = new Sender("agent-a002", Sender.Role.AGENT, null, "agent-a002");
    private static final Sender FACTORY = new Sender("factory-boiler", Sender.Role.FACTORY, null, "factory-boiler");
    private static final String USCC = "91210300" + "FND000001";

    private static @Nullable String fengyi;

    @Autowired
    private Unfound unfound;

    @BeforeEach
    void hearOnce() {
        if (fengyi == null) {
            fengyi = customerOf(hear(new Word(
                    SourceKind.VISIT,
                    "NE",
                    new CustomerSaid(
                            "鞍山沣翊重型机械（集团）有限公司",
                            USCC,
                            "辽宁省",
                            "鞍山市",
                            null,
                            new ContactSaid("覃赟懋", "+86 139-4120-7788", "设备科长")),
                    MARCH,
                    null)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "沣翊",
                "翊重",
                "鞍山沣",
                "灃翊重型機械",
                "机械集团",
                "机械(集团)",
                "沣翊　重型",
                "重型 沣翊",
                "fengyi",
                "Feng Yi Zhongxing",
                "shanfengyizhongx",
                "fēng yì",
                "ｆｅｎｇｙｉ",
                "fyzx",
                "ASFYZXJX",
                "ａｓｆｙｚ",
                "FND000001",
                "91210300fnd000001",
                "9121 0300 FND0 00001",
                "９１２１０３００ＦＮＤ０００００１",
                "13941207788",
                "139 4120 7788",
                "+86 13941207788",
                "0086-139-4120-7788",
                "41207788",
                "覃赟懋",
                "赟懋",
                "沣翊 13941207788"
            })
    @DisplayName("part of its name however it is written or said, its USCC, its contact or their telephone")
    @Tag("S3-09")
    void whatFinds(String term) {
        assertThat(found(DESK, term)).as(term).contains(fengyi());
        assertThat(listed(DESK, term)).as("the list's own box").isEqualTo(found(DESK, term));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "沣重",
                "沣翊 大连",
                "fengyo",
                "fyzxq",
                "91210300FND000002",
                "13941207789",
                "%",
                "_",
                "沣_重",
                "\\",
                "'",
                "（）",
                "🏭",
                "..",
                "沣%重"
            })
    @DisplayName("nothing else")
    void whatDoesNotFind(String term) {
        assertThat(found(DESK, term)).as(term).doesNotContain(fengyi());
        assertThat(listed(DESK, term)).as(term).isEqualTo(found(DESK, term));
    }

    @Test
    @DisplayName("a term of 200 characters, or of one")
    void longAndShort() {
        assertThat(found(DESK, "沣".repeat(200))).isEmpty();
        assertThat(found(DESK, "翊")).contains(fengyi());
    }

    @Test
    @DisplayName("either reading of a character that has two")
    void twoReadings() {
        String customer = customerOf(hear(Word.visit("长沨重工")));

        for (String term : List.of("changfengzhonggong", "zhangfengzhong", "chang feng chong gong", "cfzg", "zfcg")) {
            assertThat(found(DESK, term)).as(term).contains(customer);
        }
    }

    @Test
    @DisplayName("a former name, in any of these ways, and says that it is one")
    void formerName() {
        String uscc = uscc();
        String customer = customerOf(hear(Word.visit("丹东懋赟锅炉厂").uscc(uscc)));
        hear(Word.visit("丹东云启热能有限公司").uscc(uscc).days(9));
        assertThat(shown(customer).name()).isEqualTo("丹东云启热能有限公司");

        for (String term : List.of("懋赟", "maoyun", "MYGL")) {
            assertThat(found(DESK, term)).as(term).containsExactly(customer);
        }
        assertThat(hit("懋赟").by()).isEqualTo("OTHER_NAME");
        assertThat(hit("懋赟").said())
                .containsExactly(
                        new CustomersPages.Piece("丹东", false),
                        new CustomersPages.Piece("懋赟", true),
                        new CustomersPages.Piece("锅炉厂", false));
        assertThat(hit("云启").by()).isEqualTo("NAME");
    }

    @Test
    @DisplayName("what was looked for, marked in what is shown")
    void marked() {
        assertThat(marks("机械集团")).containsExactly("机械（集团");
        assertThat(marks("沣翊 有限")).containsExactly("沣翊", "有限");
        assertThat(marks("fengyi")).containsExactly("沣翊");
        assertThat(marks("ｚｘｊｘ")).containsExactly("重型机械");
        assertThat(hit("13941207788").by()).isEqualTo("PHONE");
        assertThat(marks("13941207788")).containsExactly("139-4120-7788");
        assertThat(hit("覃赟懋").by()).isEqualTo("CONTACT");
        assertThat(hit("fnd000001").by()).isEqualTo("USCC");
    }

    private List<String> marks(String term) {
        return hit(term).said().stream()
                .filter(CustomersPages.Piece::marked)
                .map(CustomersPages.Piece::text)
                .toList();
    }

    @Test
    @DisplayName("those who may see what it is found by, and by nobody else")
    @Tag("S3-04")
    void whoFinds() {
        String agents = customerOf(hear(Word.agent("营口沨懋纸业").uscc(uscc())));

        assertThat(found(NORTH_EAST, "沣翊")).contains(fengyi());
        for (Sender other : List.of(EAST, AGENT, OTHER_AGENT, FACTORY)) {
            assertThat(found(other, "沣翊")).as(other.login()).isEmpty();
            assertThat(found(other, "13941207788")).as(other.login()).isEmpty();
        }
        assertThat(found(AGENT, "沨懋")).containsExactly(agents);
        assertThat(found(OTHER_AGENT, "fengmao")).isEmpty();
        assertThat(found(NORTH_EAST, "沨懋")).containsExactly(agents);
    }

    @Test
    @DisplayName(
            "an agent by its own word alone: a rival's word for the same customer neither finds nor shows anything")
    @Tag("S3-04")
    void rivalsWord() {
        String uscc = uscc();
        String customer = customerOf(hear(Word.agent("本溪翊沨水泥厂").uscc(uscc)));
        hear(Word.agent("本溪赟沨水泥厂").by(SourceKind.AGENT, "agent-a002").uscc(uscc));

        assertThat(found(AGENT, "翊沨")).containsExactly(customer);
        assertThat(found(AGENT, "赟沨")).isEmpty();
        assertThat(found(OTHER_AGENT, "赟沨")).containsExactly(customer);
    }

    @Test
    @DisplayName("a factory, as soon as it is shown the record")
    void shownToAFactory() {
        String record = hear(Word.visit("抚顺懋沣电厂"));
        assertThat(found(FACTORY, "懋沣")).isEmpty();

        wall.run(Scope.WORKER, () -> customers.share(record, "factory-boiler"));

        assertThat(found(FACTORY, "懋沣")).containsExactly(customerOf(record));
    }

    @Test
    @DisplayName("another region, once the customer belongs to it")
    void movedToARegion() {
        String uscc = uscc();
        String customer = customerOf(hear(Word.agent("辽阳沨赟化工").province("火星").uscc(uscc)));
        assertThat(found(EAST, "沨赟")).isEmpty();

        hear(Word.visit("辽阳沨赟化工").province("江苏").uscc(uscc));

        assertThat(shown(customer).region()).isEqualTo("E");
        assertThat(found(EAST, "沨赟")).containsExactly(customer);
    }

    @Test
    @DisplayName("all its names after two customers turned out to be one, and stands there once")
    @Tag("S4-24")
    void merged() {
        String uscc = uscc();
        String one = customerOf(hear(Word.factory("锦州沣懋阀门厂").uscc(uscc)));
        String other = customerOf(hear(Word.agent("锦州翊赟阀门公司")));
        assertThat(found(DESK, "翊赟阀")).containsExactly(other);

        hear(Word.visit("锦州翊赟阀门公司").uscc(uscc));

        assertThat(found(DESK, "翊赟阀")).containsExactly(one);
        assertThat(found(DESK, "沣懋阀")).containsExactly(one);
        assertThat(found(DESK, "锦州 阀门").stream().filter(one::equals)).hasSize(1);
    }

    @Test
    @DisplayName("page after page, newest first, none twice")
    void pageAfterPage() {
        List<String> three = List.of("沣沨锅炉厂", "沣沨水泥厂", "沣沨纺织厂").stream()
                .map(name -> customerOf(hear(Word.visit(name))))
                .toList();

        var first = pages.customers(DESK, CustomersPages.Sought.of("fengfeng"), Window.first(2));
        var second = pages.customers(
                DESK, CustomersPages.Sought.of("fengfeng"), new Window(2, Objects.requireNonNull(first.next())));

        assertThat(first.items())
                .extracting(CustomersPages.CustomerLine::id)
                .containsExactly(three.get(2), three.get(1));
        assertThat(second.items()).extracting(CustomersPages.CustomerLine::id).containsExactly(three.getFirst());
        assertThat(second.next()).isNull();
    }

    @Test
    @DisplayName("what was said of it before there was a search")
    void fromBefore() {
        String record = hear(Word.visit("盘锦赟翊石化"));
        wall.run(Scope.WORKER, () -> {
            jdbc.sql("delete from customers.found_by where source_record_id = :id")
                    .param("id", record)
                    .update();
            jdbc.sql("insert into customers.unfound values (:id)")
                    .param("id", record)
                    .update();
        });
        assertThat(found(DESK, "赟翊石")).isEmpty();

        unfound.goOn();

        assertThat(found(DESK, "赟翊石")).containsExactly(customerOf(record));
    }

    @Test
    @DisplayName("the beginning of a name of 10,000 characters, which is kept")
    void endless() {
        String name = "葫芦岛懋翊" + "很长".repeat(5_000);

        assertThat(found(DESK, "huludao maoyi")).isEmpty();
        String customer = customerOf(hear(Word.visit(name)));

        assertThat(found(DESK, "懋翊很")).containsExactly(customer);
        assertThat(found(DESK, "huludao maoyi")).containsExactly(customer);
    }

    private List<String> found(Sender sender, String term) {
        return pages.found(sender, term, TEN).stream()
                .map(hit -> hit.customer().id())
                .toList();
    }

    private List<String> listed(Sender sender, String term) {
        return pages.customers(sender, CustomersPages.Sought.of(term.toLowerCase(Locale.ROOT)), TEN).items().stream()
                .map(CustomersPages.CustomerLine::id)
                .toList();
    }

    private CustomersPages.Hit hit(String term) {
        return pages.found(DESK, term, TEN).getFirst();
    }

    private static String fengyi() {
        return Objects.requireNonNull(fengyi);
    }
}
