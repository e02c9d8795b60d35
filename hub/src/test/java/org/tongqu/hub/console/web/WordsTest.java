package org.tongqu.hub.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongqu.connectors.canon.Fault;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Sluice;
import org.tongqu.connectors.canon.Wire;
import org.tongqu.hub.analysis.Dimension;
import org.tongqu.hub.analysis.Stage;
import org.tongqu.hub.clocks.Hop;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.demand.DemandPages;
import org.tongqu.hub.demand.Station;
import org.tongqu.hub.dispatch.DispatchPages;
import org.tongqu.hub.dispatch.Technicians;
import org.tongqu.hub.handbook.FormVersion;
import org.tongqu.hub.imports.AddressBooks;
import org.tongqu.hub.imports.BookField;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.journal.Parked;
import org.tongqu.hub.keeping.Activities;
import org.tongqu.hub.keeping.Conflicts;
import org.tongqu.hub.keeping.KeepingPages;
import org.tongqu.hub.keeping.Lookups;
import org.tongqu.hub.matching.Aliases;
import org.tongqu.hub.matching.Matching;
import org.tongqu.hub.needs.Measure;
import org.tongqu.hub.needs.Needs;
import org.tongqu.hub.needs.NeedsPages;
import org.tongqu.hub.partners.FactoryProfile;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.OutboxPages;
import org.tongqu.hub.reconciliation.Reading;
import org.tongqu.hub.reconciliation.ReconciliationPages;
import org.tongqu.hub.reconciliation.Rulebook;
import org.tongqu.hub.reconciliation.Verdict;
import org.tongqu.hub.reminders.Reminders;
import org.tongqu.hub.sales.SalesPages;
import org.tongqu.hub.service.ServicePages;
import org.tongqu.hub.support.SupportPages;

/** 中文与英文: no page may show an untranslated word or a bare key. */
class WordsTest {
    private static final Pattern IN_TEMPLATES = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]*)");
    private static final Pattern IN_JAVA = Pattern.compile("(?<!Asked\\.)word\\(\\s*\"([a-z][A-Za-z0-9.-]*)\"");
    private static final Pattern QUOTED = Pattern.compile("\"([a-z][A-Za-z0-9.-]*)\"");
    private static final Pattern IN_TEMPLATE_CALLS = Pattern.compile("say\\.word\\('([a-z][A-Za-z0-9.-]*)'");
    private static final Pattern HOLES = Pattern.compile("\\{(\\d)}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final Map<String, String> chinese = words("words.properties");
    private final Map<String, String> english = words("words_en.properties");

    @Test
    void whatIsSaidInOneLanguageIsSaidInTheOther() {
        assertThat(english.keySet()).isEqualTo(chinese.keySet());
        assertThat(chinese.values()).noneMatch(String::isBlank);
        assertThat(english.values()).noneMatch(String::isEmpty);
    }

    @Test
    void englishWordsAreEnglish() {
        assertThat(english)
                .allSatisfy((key, words) -> assertThat(key.equals("language.other")
                                || key.equals("language.change")
                                || !HAN.matcher(words).find())
                        .as(key + " = " + words)
                        .isTrue());
    }

    @Test
    void bothLanguagesFillInTheSameThings() {
        chinese.forEach((key, words) -> assertThat(holes(Objects.requireNonNull(english.get(key))))
                .as(key)
                .isEqualTo(holes(words)));
    }

    @Test
    void everyWordAPageAsksForIsThere() {
        assertThat(chinese.keySet()).containsAll(asked());
    }

    @Test
    void everyStateRoleAndKindHasItsWords() {
        assertThat(chinese.keySet()).containsAll(families());
    }

    @Test
    void noWordIsKeptThatNobodyAsksFor() {
        Set<String> wanted = new TreeSet<>(asked());
        files("hub/src/main/java/org/tongqu/hub", ".java").forEach(code -> wanted.addAll(found(QUOTED, code)));
        wanted.addAll(families());
        List<String> open = List.of("key.", "effect.", "class.", "rule.");
        assertThat(chinese.keySet().stream()
                        .filter(key -> !wanted.contains(key) && open.stream().noneMatch(key::startsWith)))
                .isEmpty();
    }

    private static Set<String> asked() {
        Set<String> keys = new TreeSet<>();
        files("hub/src/main/resources/templates", ".html").forEach(page -> {
            keys.addAll(found(IN_TEMPLATES, page));
            keys.addAll(found(IN_TEMPLATE_CALLS, page));
        });
        files("hub/src/main/java/org/tongqu/hub/console", ".java").forEach(code -> keys.addAll(found(IN_JAVA, code)));
        return keys.stream().filter(key -> !key.endsWith(".")).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> families() {
        Set<String> keys = new TreeSet<>();
        add(keys, "need.state.", NeedsPages.STATES);
        add(keys, "demand.state.", DemandPages.STATES);
        add(keys, "message.state.", JournalPages.STATES);
        add(keys, "message.kind.", names(MessageKind.values()));
        add(keys, "message.kind.", List.of("DEMAND", "FILE_DONE"));
        add(keys, "attempt.", List.of("APPLIED", "REFUSED", "FAILED", "SENT", "ACKNOWLEDGED", "REJECTED"));
        add(keys, "fault.", names(Fault.values()));
        add(keys, "role.", names(Sender.Role.values()));
        add(keys, "role.", List.of("COOPERATOR"));
        add(keys, "turnkey.why.", names(Needs.Blocked.values()));
        add(keys, "region.", List.of("NE", "N", "E", "CS", "SW", "NW", "EXPORT"));
        add(keys, "source.", names(Customers.SourceKind.values()));
        names(Customers.SourceKind.values()).forEach(kind -> keys.add("source." + kind + ".name"));
        add(keys, "alias.learn.", names(Aliases.Kind.values()));
        add(keys, "alias.reach.", names(Aliases.Kind.values()));
        add(keys, "handbook.", List.of("1", "2", "3", "4", "5", "6", "7"));
        add(keys, "handbook.asked.", names(FormVersion.Asked.values()));
        add(keys, "dispatch.look.", DispatchPages.LOOKS);
        add(keys, "handbook.help.", List.of("1", "2", "3", "4", "5", "6", "7"));
        add(keys, "life.", List.of("PROSPECT", "ACTUAL", "LAPSED"));
        add(keys, "search.by.", List.of("OTHER_NAME", "OTHER_SOUND", "USCC", "PHONE", "CONTACT"));
        add(keys, "kin.", names(Matching.Relation.values()));
        add(keys, "hop.", names(Station.values()));
        add(keys, "hop.", List.of("VISITED", "RECEIVED", "GRADED"));
        add(
                keys,
                "road.",
                List.of("VISITED", "RECEIVED", "GRADED", "ASKED", "SENT", "ACKNOWLEDGED", "QUOTED", "REFUSED"));
        add(keys, "road.", List.of("COMBINED", "ORDERED", "DELIVERED", "PAID"));
        add(keys, "road.look.", names(NeedRoad.Look.values()));
        add(keys, "road.wait.", List.of("SENT", "ACKNOWLEDGED", "QUOTED"));
        add(keys, "wait.", List.of("WAITING", "SENT", "ACKNOWLEDGED"));
        add(keys, "wait.end.", List.of("PAID", "CLOSED"));
        add(keys, "track.", List.of("WAITING", "SENT", "ACKNOWLEDGED"));
        add(keys, "channel.", names(Wire.values()));
        add(keys, "channel.", List.of("REPLY"));
        add(keys, "view.answer.", List.of("NAME_TAKEN", "TOO_MANY", "NOT_YOURS"));
        add(keys, "direction.", List.of("IN", "OUT"));
        add(keys, "resend.", names(Parked.Answer.values()));
        add(keys, "resend.", List.of("FAILED"));
        add(keys, "parked.fault.", names(Fault.values()));
        List<String> parts = List.of(
                "database",
                "disk",
                "broker",
                "files",
                "arriving",
                "leaving",
                "parked",
                "branches",
                "audit",
                "work",
                "hubs",
                "clocks",
                "intake",
                "hands");
        add(keys, "health.part.", parts);
        add(keys, "health.intake.cause.", names(Sluice.Cause.values()));
        add(keys, "health.intake.do.", names(Sluice.Cause.values()));
        add(keys, "health.", List.of("arriving.do", "leaving.do"));
        add(keys, "health.style.", List.of("calm", "soon", "late", "gone"));
        add(keys, "act.", names(Act.values()));
        add(keys, "sees.", names(Sender.Role.values()));
        add(keys, "person.", PeopleList.STATES);
        add(keys, "person.answer.", List.of("AS_IT_WAS", "UNKNOWN", "OWN"));
        add(keys, "handover.state.", names(KeepingPages.State.values()));
        add(keys, "import.state.", names(AddressBooks.State.values()));
        add(keys, "import.work.", List.of("WEIGHING", "TAKING", "UNDOING", "REDOING"));
        add(keys, "import.verdict.", names(AddressBooks.Verdict.values()));
        add(keys, "import.field.", names(BookField.values()));
        add(keys, "import.field.", List.of("NONE"));
        add(keys, "import.refused.", List.of("NONE", "LARGE", "BUSY"));
        add(keys, "import.change.", List.of("NEW", "CHANGED", "SAME"));
        add(keys, "held.", List.of("CUSTOMERS", "CONTACTS", "NEEDS", "PLANS", "NOTES", "VISITS", "ORDERS", "MACHINES"));
        add(keys, "agent.kind.", List.of("SALES", "REPAIR", "EXCLUSIVE"));
        add(keys, "agent.unit.", List.of("SEEN", "DIRECT", "AGENT", "STOCK"));
        add(keys, "agent.move.state.", List.of("DONE", "UNDONE"));
        add(keys, "lookup.says.", names(Lookups.Outcome.values()));
        add(keys, "lookup.do.", names(Lookups.Outcome.values()));
        add(keys, "lookup.is.", List.of("SAME", "PERHAPS"));
        add(keys, "clash.origin.", names(Conflicts.Origin.values()));
        add(keys, "clash.other.", names(Conflicts.Origin.values()));
        add(keys, "clash.state.", names(Conflicts.State.values()));
        add(keys, "case.state.", ReconciliationPages.STATES);
        add(keys, "analysis.by.", names(Dimension.values()));
        add(keys, "analysis.none.", names(Dimension.values()));
        add(keys, "analysis.hop.", names(org.tongqu.hub.analysis.Hop.values()));
        add(keys, "analysis.stage.", names(Stage.values()));
        add(keys, "dispatch.state.", DispatchPages.STATES);
        add(keys, "dispatch.place.", List.of("OPEN", "PROPOSED", "BOOKED", "FREED"));
        add(keys, "dispatch.cell.", List.of("BOOKED", "PROPOSED", "AWAY"));
        add(keys, "dispatch.closed.", List.of("NEED_ENDED", "DONE", "GRADE_LOWERED"));
        add(
                keys,
                "dispatch.notice.",
                List.of("OPENED", "NAMED", "DEADLINE_MISSED", "REFUSED", "CLASH", "CLOSED", "BOOKED", "RELEASED"));
        add(keys, "dispatch.why.", List.of("TWICE", "AWAY", "OVER_CAP", "UNSKILLED", "TIER", "EMPTY"));
        add(keys, "dispatch.why.", List.of("TRAVEL", "DELAY", "WISH", "LOAD", "RANK"));
        add(keys, "dispatch.empty.", List.of("NOBODY", "BUSY"));
        add(keys, "trade.", Technicians.trades());
        add(keys, "service.state.", ServicePages.STATES);
        add(keys, "support.kind.", SupportPages.KINDS);
        add(keys, "service.step.", List.of("OPENED", "SENT", "ARRIVED", "SOLVED", "CLOSED", "REOPENED"));
        List<String> actions = List.of(
                "SERVICE_WAITING",
                "MAINTENANCE_DUE",
                "WARRANTY_ENDING",
                "OVERDUE_VISIT",
                "FALLING_ORDERS",
                "MACHINE_AGE");
        add(keys, "actions.rule.", actions);
        add(keys, "actions.unit.", actions);
        add(keys, "activity.kind.", Activities.KINDS);
        add(keys, "story.", Activities.KINDS);
        add(keys, "source.", List.of("ACTIVITY", "ACTIVITY.name"));
        add(keys, "case.event.", List.of("OPENED", "MOVED", "SETTLED", "REOPENED"));
        add(keys, "case.event.", List.of("DECIDED", "TAKEN_BACK", "ASKED", "ANSWERED"));
        add(keys, "grades.measure.", names(Measure.values()));
        add(keys, "reading.", names(Reading.values()));
        add(keys, "reading.says.", names(Reading.values()));
        add(keys, "verdict.", names(Verdict.values()));
        add(keys, "verdict.note.", List.of("AGENT_WRONG", "SAME_PRODUCT", "OTHER_UNIT"));
        add(keys, "side.", List.of("SOLD", "SHIPPED", "STATED"));
        add(keys, "rules.origin.", names(Rulebook.Origin.values()));
        add(keys, "gap.", names(KeepingPages.GapKind.values()));
        add(keys, "plan.settled.", List.of("DONE", "DROPPED", "OPEN"));
        add(keys, "network.span.", names(Network.Span.values()));
        add(keys, "network.mood.", List.of("FREE", "SLOW", "CUT"));
        add(
                keys,
                "menu.",
                List.of(
                        "home",
                        "needs",
                        "dispatch",
                        "service",
                        "actions",
                        "customers",
                        "plans",
                        "notes",
                        "handovers",
                        "lookup",
                        "conflicts",
                        "imports",
                        "orders",
                        "agents",
                        "reports",
                        "upload",
                        "network",
                        "messages",
                        "branches",
                        "parked",
                        "health",
                        "people",
                        "partners"));
        add(keys, "tour.", List.of("1", "2", "3", "4", "5", "1.see", "2.see", "3.see", "4.see", "5.see"));
        add(keys, "profile.channels.", List.of("DIRECT", "AGENT", "DIRECT_AGENT", "AGENT_DIRECT"));
        add(keys, "profile.repair.", List.of("FACTORY", "AGENT", "FACTORY_AGENT", "AGENT_FACTORY"));
        add(keys, "profile.wrong.", List.of("saleType", "channels", "repairBy", "agents", "exclusiveStores"));
        add(keys, "saleType.", names(FactoryProfile.SaleType.values()));
        add(keys, "saleChannel.", names(FactoryProfile.Channel.values()));
        add(keys, "upload.refused.", List.of("NONE", "EMPTY", "LARGE", "NAME", "BUSY"));
        add(keys, "menu.group.", List.of("NEEDS", "CUSTOMERS", "VISITS", "SALES", "NETWORK", "ADMIN"));
        add(keys, "order.stage.", SalesPages.STAGES);
        add(keys, "order.flag.", List.of("ZONE_CONTRADICTS_PROVINCE", "ZONE_UNKNOWN"));
        add(
                keys,
                "confidence.",
                List.of(
                        "PIN", "VISIT", "FACTORY", "BOOK", "AGENT", "OLD", "AGREE", "DIFFER", "CHECKED", "HONEST",
                        "DOUBTED"));
        add(keys, "contact.", List.of("MOVED_TO", "CAME_FROM", "ALSO_AT"));
        add(keys, "pin.off.", List.of("DONE", "NOT_PINNED"));
        add(keys, "pin.answer.", List.of("NO_REASON", "HELD_BY_ANOTHER"));
        add(keys, "pin.wrong.", List.of("uscc", "province", "contactPhone", "address"));
        add(keys, "source.", List.of("PIN", "PIN.name"));
        add(keys, "rule.", List.of("pin-1"));
        add(keys, "conflict.", List.of("OTHER_CONTENT", "BROKEN_CHAIN", "BEHIND"));
        add(
                keys,
                "field.",
                List.of("name", "uscc", "province", "city", "address", "contactName", "contactPhone", "contactTitle"));
        add(keys, "hop.", names(Hop.values()));
        add(keys, "day.kind.", List.of("OFF", "WORK", "WEEK"));
        add(keys, "reminder.state.", Reminders.STATES);
        add(keys, "reminder.step.", List.of("WARNING", "LATE", "MANAGER", "DESK"));
        add(keys, "reminder.ended.", List.of("CAUSE_GONE", "NEXT_STEP", "HANDED_OVER"));
        assertThat(OutboxPages.STATES).isSubsetOf(JournalPages.STATES);
        return keys;
    }

    private static void add(Set<String> keys, String prefix, List<String> names) {
        names.forEach(name -> keys.add(prefix + name));
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    private static Set<String> holes(String words) {
        return new TreeSet<>(found(HOLES, words));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static Map<String, String> words(String file) {
        try (InputStream bytes = Objects.requireNonNull(WordsTest.class.getResourceAsStream("/" + file))) {
            Properties lines = new Properties();
            lines.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            Map<String, String> words = new TreeMap<>();
            lines.forEach((key, value) -> words.put((String) key, (String) value));
            return words;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> files(String folder, String ending) {
        Path root = Path.of(System.getProperty("tongqu.root")).resolve(folder);
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> path.toString().endsWith(ending))
                    .map(WordsTest::text)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
