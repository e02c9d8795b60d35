package org.tongqu.hub.house;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Compile-time arrows between modules point one way")
class ModuleArrowsTest {
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency><groupId>org\\.tongqu</groupId><artifactId>(\\w+)</artifactId>(<scope>test</scope>)?");

    /** What each module's pom may name, test scope left out. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            entry("connectors/canon", Set.of()),
            entry("connectors/files", Set.of("canon")),
            entry("connectors/rest", Set.of("canon")),
            entry("connectors/soap", Set.of("canon")),
            entry("connectors/jms", Set.of("canon")),
            entry("routes", Set.of("canon", "files", "rest", "soap", "jms")),
            entry("regions", Set.of("canon", "files", "rest", "jms")),
            entry("hub", Set.of("canon", "files", "rest", "soap", "jms", "routes")),
            entry("demo", Set.of()),
            entry("journeys", Set.of()),
            entry("bench", Set.of()));

    @Test
    @DisplayName("canon knows nobody")
    void canonKnowsNobody() {
        Laws.CANON_KNOWS_NOBODY.check(House.CLASSES);
    }

    @Test
    @DisplayName("a connector knows canon and itself")
    void aConnectorKnowsCanonAndItself() {
        Laws.A_CONNECTOR_KNOWS_CANON_AND_ITSELF.check(House.CLASSES);
    }

    @Test
    @DisplayName("connectors know no framework: bytes are understood without Spring, Camel or a database")
    void connectorsKnowNoFramework() {
        Laws.CONNECTORS_KNOW_NO_FRAMEWORK.check(House.CLASSES);
    }

    @Test
    @DisplayName("JMS is spoken by its own connector and no other")
    void jmsStaysInItsConnector() {
        Laws.JMS_STAYS_IN_ITS_CONNECTOR.check(House.CLASSES);
    }

    @Test
    @DisplayName("SOAP's libraries are known to its own connector and nobody else")
    void jaxWsStaysInItsConnector() {
        Laws.JAX_WS_STAYS_IN_ITS_CONNECTOR.check(House.CLASSES);
    }

    @Test
    @DisplayName("routes never import the hub")
    void routesNeverImportTheHub() {
        Laws.ROUTES_NEVER_IMPORT_THE_HUB.check(House.CLASSES);
    }

    @Test
    @DisplayName("routes know no store and no Spring, so a route is tested with a fake door")
    void routesKnowNoStoreAndNoSpring() {
        Laws.ROUTES_KNOW_NO_STORE_AND_NO_SPRING.check(House.CLASSES);
    }

    @Test
    @DisplayName("a room never calls a route: it writes an outbox row, and only Wiring joins the two")
    void aRoomNeverCallsARoute() {
        Laws.A_ROOM_NEVER_CALLS_A_ROUTE.check(House.CLASSES);
    }

    @Test
    @DisplayName("the demo speaks to the hub from outside alone and imports nothing of the product")
    void theDemoImportsNothingOfTheProduct() {
        List<String> imports = House.under(House.ROOT.resolve("demo/src/main/java"), ".java").stream()
                .flatMap(file -> House.text(file).lines())
                .filter(line -> line.startsWith("import ") && line.contains("org.tongqu."))
                .filter(line -> !line.contains("org.tongqu.demo."))
                .toList();
        assertThat(House.under(House.ROOT.resolve("demo/src/main/java"), ".java"))
                .isNotEmpty();
        assertThat(imports).isEmpty();
    }

    @Test
    @DisplayName("the poms say the same: nobody can take what his pom does not name")
    void thePomsSayTheSame() {
        for (String module : House.MODULES) {
            assertThat(ALLOWED.get(module)).as(module).containsAll(namedBy(module));
        }
    }

    @Test
    @DisplayName("every module of the build has its arrows written here")
    void everyModuleHasItsArrowsWrittenHere() {
        Set<String> modules = Pattern.compile("<module>([^<]+)</module>")
                .matcher(House.text(House.ROOT.resolve("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(modules).isEqualTo(Set.copyOf(House.MODULES)).isEqualTo(ALLOWED.keySet());
    }

    @Test
    @DisplayName("no pom names Lombok")
    void noPomNamesLombok() {
        House.MODULES.forEach(
                module -> assertThat(House.text(House.ROOT.resolve(module).resolve("pom.xml")))
                        .as(module)
                        .doesNotContain("lombok"));
    }

    /** The product's modules that a module's pom names outside test scope. */
    static Set<String> namedBy(String module) {
        String pom = House.text(House.ROOT.resolve(module).resolve("pom.xml")).replaceAll("\\s*\\n\\s*", "");
        return DEPENDENCY
                .matcher(pom)
                .results()
                .filter(found -> found.group(2) == null)
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
