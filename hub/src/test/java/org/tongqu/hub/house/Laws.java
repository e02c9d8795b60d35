package org.tongqu.hub.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.ApplicationModule;
import org.springframework.scheduling.annotation.Scheduled;
import org.tongqu.hub.platform.Jobs;

/** The sentences about classes; each is shown to hold by a test of its own, and shown to be breakable by {@link PlantedOffencesTest}. */
final class Laws {
    static final ArchRule CANON_KNOWS_NOBODY = classes()
            .that()
            .resideInAPackage("org.tongqu.connectors.canon..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "org.tongqu.connectors.canon..");

    static final ArchRule A_CONNECTOR_KNOWS_CANON_AND_ITSELF =
            classes().that().resideInAPackage("org.tongqu.connectors..").should(Conditions.KNOW_ONLY_CANON_AND_ITSELF);

    static final ArchRule CONNECTORS_KNOW_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage("org.tongqu.connectors..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.springframework..", "org.apache.camel..", "java.sql..", "jakarta..")
                            .and(not(resideInAnyPackage("jakarta.jms..", "jakarta.xml.ws.."))));

    /** JMS is an interface that its messages are read through, and no framework. */
    static final ArchRule JMS_STAYS_IN_ITS_CONNECTOR = noClasses()
            .that(resideInAPackage("org.tongqu.connectors..").and(not(resideInAPackage("org.tongqu.connectors.jms.."))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.jms..");

    /** What CXF asks of a port to know it for one; JAX-WS reads nothing and carries nothing here. */
    static final ArchRule JAX_WS_STAYS_IN_ITS_CONNECTOR = noClasses()
            .that(resideInAPackage("org.tongqu..").and(not(resideInAPackage("org.tongqu.connectors.soap.."))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.xml.ws..", "org.apache.cxf..", "org.apache.wss4j..");

    static final ArchRule ROUTES_NEVER_IMPORT_THE_HUB = noClasses()
            .that()
            .resideInAnyPackage("org.tongqu.routes..", "org.tongqu.regions..", "org.tongqu.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.tongqu.hub..");

    static final ArchRule ROUTES_KNOW_NO_STORE_AND_NO_SPRING = noClasses()
            .that(resideInAPackage("org.tongqu.routes..").and(not(listedIn(Exceptions.SQL))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "org.postgresql..");

    static final ArchRule A_ROOM_NEVER_CALLS_A_ROUTE = noClasses()
            .that(resideInAPackage("org.tongqu.hub..").and(not(named("org.tongqu.hub.Wiring"))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.tongqu.routes..");

    static final ArchRule WIRE_FORMATS_STAY_IN_CONNECTORS = noClasses()
            .that(resideInAPackage("org.tongqu.hub.*..").and(not(listedIn(Exceptions.CONNECTORS))))
            .should()
            .dependOnClassesThat(resideInAPackage("org.tongqu.connectors..")
                    .and(not(resideInAPackage("org.tongqu.connectors.canon.."))));

    static final ArchRule CAMEL_STAYS_ON_THE_ROADS = noClasses()
            .that(not(resideInAnyPackage("org.tongqu.routes..", "org.tongqu.regions..", "org.tongqu.demo.."))
                    .and(not(named("org.tongqu.hub.Wiring"))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..");

    static final ArchRule A_ROOM_CALLS_LOWER_FLOORS_ONLY =
            classes().that().resideInAPackage("org.tongqu.hub.*..").should(Conditions.STAND_ON_LOWER_FLOORS);

    static final ArchRule A_ROOM_IS_FLAT = classes()
            .that(resideInAPackage("org.tongqu.hub.*..").and(describe("top-level", JavaClass::isTopLevelClass)))
            .should(Conditions.BE_A_LISTED_DOOR_OR_HIDDEN);

    static final ArchRule NEWS_IS_A_RECORD_BEHIND_A_DOOR =
            methods().that().areAnnotatedWith(EventListener.class).should(Conditions.HEAR_A_RECORD_OF_A_LISTED_DOOR);

    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED =
            classes().that().resideInAPackage("org.tongqu..").should(Conditions.livesInPackageWith(NullMarked.class));

    static final ArchRule EVERY_ROOM_NAMES_ITS_NEIGHBOURS = classes()
            .that(resideInAPackage("org.tongqu.hub.*"))
            .should(Conditions.livesInPackageWith(ApplicationModule.class));

    static final ArchRule ONLY_STORES_SPEAK_SQL = noClasses()
            .that(describe(
                            "no store",
                            (JavaClass type) -> !outermost(type).getSimpleName().endsWith("Store"))
                    .and(not(listedIn(Exceptions.SQL))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..", "org.postgresql..");

    static final ArchRule PAGES_LIVE_IN_WEB = noClasses()
            .that(describe("outside web", (JavaClass type) -> !Rooms.isWeb(type)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.web.bind.annotation..",
                    "org.springframework.stereotype.Controller",
                    "org.springframework.ui..");

    static final ArchRule PARSERS_COME_FROM_THE_HARDENED_FACTORIES = noClasses()
            .that(not(listedIn(Exceptions.PARSERS)).and(not(listedIn(Exceptions.WRITERS))))
            .should()
            .callCodeUnitWhere(makesAParser());

    static final ArchRule WRITERS_NEVER_READ = noClasses()
            .that(listedIn(Exceptions.WRITERS)
                    .or(describe("planted", type -> type.getSimpleName().startsWith("Planted"))))
            .should()
            .callMethodWhere(readsJson());

    static final ArchRule TIME_AND_CHANCE_ARE_HANDED_IN =
            noClasses().that(not(listedIn(Exceptions.CLOCKS))).should().callCodeUnitWhere(asksTimeOrChance());

    static final ArchRule NOBODY_IS_CALLED_IMPL = noClasses().should().haveSimpleNameEndingWith("Impl");

    /** On virtual threads a fixed delay is run by the clock's own one thread, where whatever takes long stops every other task. */
    static final ArchRule NO_TASK_STOPS_THE_CLOCK = noMethods()
            .should(ArchCondition.from(describe(
                    "run at a fixed delay",
                    (JavaMethod method) -> method.tryGetAnnotationOfType(Scheduled.class)
                            .filter(task -> task.fixedDelay() >= 0
                                    || !task.fixedDelayString().isEmpty())
                            .isPresent())));

    /** Two hubs on one store have two clocks. */
    static final ArchRule WHAT_RUNS_BY_THE_CLOCK_HAS_A_LEASE = noClasses()
            .that(not(listedIn(Exceptions.EACH_HUBS_OWN)))
            .should(ArchCondition.from(describe(
                    "run by the clock without a lease",
                    (JavaClass type) -> type.getMethods().stream()
                                    .anyMatch(method -> method.isAnnotatedWith(Scheduled.class))
                            && type.getMethodCallsFromSelf().stream()
                                    .noneMatch(call -> call.getTargetOwner().isEquivalentTo(Jobs.class)))));

    static final ArchRule NOTHING_IS_SET_AFTERWARDS = noMethods()
            .that(describe("our own", (JavaMethod method) -> !isAskedForByAFramework(method)))
            .should()
            .haveNameMatching("set[A-Z].*");

    private static final Set<String> PARSER_TYPES = Set.of(
            "com.fasterxml.jackson.databind.ObjectMapper",
            "com.fasterxml.jackson.databind.json.JsonMapper",
            "com.fasterxml.jackson.core.JsonFactory",
            "com.fasterxml.jackson.core.JsonFactoryBuilder",
            "de.siegmar.fastcsv.reader.CsvReader",
            "javax.xml.parsers.DocumentBuilderFactory",
            "javax.xml.parsers.SAXParserFactory",
            "javax.xml.stream.XMLInputFactory",
            "com.ctc.wstx.stax.WstxInputFactory",
            "org.apache.commons.compress.archivers.zip.ZipFile",
            "java.util.zip.ZipFile",
            "java.util.zip.ZipInputStream",
            "javax.xml.transform.TransformerFactory",
            "javax.xml.validation.SchemaFactory",
            "org.dhatim.fastexcel.reader.ReadableWorkbook");
    private static final Pattern MAKES = Pattern.compile("<init>|builder|new(Default)?(NS)?(Instance|Factory)");
    private static final Pattern READS = Pattern.compile("read(Tree|Value|Values|er|erFor)|createParser|treeToValue");

    private static final Set<String> ASKS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.Math.random",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.util.UUID.randomUUID",
            "java.util.Date.<init>",
            "java.util.Random.<init>",
            "java.util.SplittableRandom.<init>",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.security.SecureRandom.<init>");

    private Laws() {}

    private static DescribedPredicate<JavaClass> named(String name) {
        return describe(name, type -> outermost(type).getName().equals(name));
    }

    private static DescribedPredicate<JavaClass> listedIn(Map<String, String> reasons) {
        return describe(
                "listed with a reason",
                type -> reasons.containsKey(outermost(type).getName()));
    }

    static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Laws::outermost).orElse(type);
    }

    /** Whether a type that is not ours declares it, so that we could not name it otherwise. */
    private static boolean isAskedForByAFramework(JavaMethod method) {
        return Stream.concat(
                        method.getOwner().getAllRawInterfaces().stream(),
                        method.getOwner().getAllRawSuperclasses().stream())
                .filter(type -> !type.getPackageName().startsWith("org.tongqu"))
                .flatMap(type -> type.getMethods().stream())
                .anyMatch(declared -> declared.getName().equals(method.getName()));
    }

    private static DescribedPredicate<JavaCall<?>> makesAParser() {
        return describe(
                "it makes a parser",
                call -> PARSER_TYPES.contains(call.getTargetOwner().getName())
                        && MAKES.matcher(call.getName()).matches());
    }

    private static DescribedPredicate<JavaCall<?>> readsJson() {
        return describe(
                "it reads JSON",
                call -> call.getTargetOwner().getPackageName().startsWith("com.fasterxml.jackson")
                        && READS.matcher(call.getName()).matches());
    }

    private static DescribedPredicate<JavaCall<?>> asksTimeOrChance() {
        return describe(
                "it asks the machine for time or chance",
                call -> ASKS.contains(call.getTargetOwner().getName() + "." + call.getName())
                        || isNowWithoutClock(call));
    }

    private static boolean isNowWithoutClock(JavaCall<?> call) {
        return call.getTargetOwner().getPackageName().equals("java.time")
                && call.getName().equals("now")
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.getName().equals("java.time.Clock"));
    }
}
