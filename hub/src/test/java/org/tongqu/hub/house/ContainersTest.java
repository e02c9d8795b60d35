package org.tongqu.hub.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tongqu.hub.house.Compose.Service;
import org.tongqu.hub.platform.Settings;

/** No engine runs in CI, so what can be known without one is held here: names, ports, paths, rights, secrets. */
@DisplayName("docker-compose.yml and Dockerfile")
class ContainersTest {
    private static final Pattern SETTING = Pattern.compile("\"(TONGQU_[A-Z_]+)\"");
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|key).*");
    private static final List<String> SETTINGS = List.of(
            "hub/src/main/java/org/tongqu/hub/platform/SettingsReader.java",
            "regions/src/main/java/org/tongqu/regions/BranchSettings.java");
    private static final String LAUNCHER = House.text(House.ROOT.resolve("tongqu"));

    private static Set<String> settings(String file) {
        return SETTING.matcher(House.text(House.ROOT.resolve(file)))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static List<Service> hubs() {
        return Compose.services().stream()
                .filter(service -> service.name().startsWith("hub-"))
                .toList();
    }

    @Test
    @DisplayName("every TONGQU_ variable is a setting of the program that is given it")
    void everyVariableIsASetting() {
        Service branch = Compose.service("branch-ne");
        assertThat(hubs())
                .hasSize(2)
                .allSatisfy(hub -> assertThat(settings(SETTINGS.getFirst()))
                        .containsAll(hub.environment().keySet()));
        assertThat(settings(SETTINGS.getLast()))
                .containsAll(branch.environment().keySet());
        assertThat(imageVariables())
                .filteredOn(name -> name.startsWith("TONGQU_"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(SETTINGS.stream().flatMap(file -> settings(file).stream()))
                        .contains(name));
    }

    private static Set<String> imageVariables() {
        return Compose.instructions("ENV").stream()
                .flatMap(line -> Pattern.compile("([A-Z_]+)=").matcher(line).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @DisplayName("a hub's settings are taken by the hub, and lead to the servers beside it")
    void settingsLeadToTheServers() {
        Service postgres = Compose.service("postgres");
        String roles = House.text(House.ROOT.resolve("ops/compose/roles.sh"));
        assertThat(hubs()).allSatisfy(hub -> {
            Settings settings = Settings.of(hub.filledIn(), false);
            var database = java.util.Objects.requireNonNull(settings.database());
            assertThat(database.url())
                    .isEqualTo("jdbc:postgresql://" + postgres.name() + ":5432/" + postgres.variable("POSTGRES_DB"));
            assertThat(roles)
                    .contains("create role " + database.ownerUser() + " ", "create role " + database.appUser() + " ");
            assertThat(database.appUser()).isNotEqualTo(database.ownerUser());
            var broker = java.util.Objects.requireNonNull(settings.broker());
            Service artemis = Compose.service(URI.create(broker.url()).getHost());
            assertThat(broker.user()).isEqualTo(artemis.variable("ARTEMIS_USER"));
            assertThat(hub.variable("TONGQU_BROKER_PASSWORD")).isEqualTo(artemis.variable("ARTEMIS_PASSWORD"));
            assertThat(artemis.check())
                    .contains(Integer.toString(URI.create(broker.url()).getPort()));
            assertThat(hub.needs()).contains(postgres.name(), artemis.name());
        });
        assertThat(roles).contains("$OWNER_PASSWORD", "$APP_PASSWORD");
        assertThat(postgres.environment()).containsKeys("OWNER_PASSWORD", "APP_PASSWORD");
    }

    @Test
    @DisplayName(
            "a port that is published is one the program listens on, on loopback alone, and asked after by its check")
    void portsAreTheSettings() {
        assertThat(Compose.services().stream().flatMap(service -> service.list("ports").stream()))
                .doesNotHaveDuplicates()
                .hasSize(2)
                .allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:"));
        assertThat(hubs()).allSatisfy(hub -> {
            String port = Integer.toString(Settings.of(hub.filledIn(), false).port());
            assertThat(hub.list("ports")).singleElement().asString().endsWith(":" + port);
            assertThat(hub.check()).contains(port, "/actuator/health/readiness");
            assertThat(Compose.instructions("EXPOSE")).containsExactly(port);
            assertThat(Compose.instructions("HEALTHCHECK"))
                    .singleElement()
                    .asString()
                    .contains("\"" + port + "\"");
        });
        Service branch = Compose.service("branch-ne");
        assertThat(branch.check()).contains(branch.variable("TONGQU_BRANCH_PORT"));
        factories().forEach(factory -> assertThat(factory.check()).contains(factory.after("--port")));
        assertThat(Stream.concat(
                        Stream.of(branch.variable("TONGQU_HUB_URL")),
                        factories().map(factory -> factory.after("--hub"))))
                .allSatisfy(url -> {
                    Service hub = Compose.service(URI.create(url).getHost());
                    assertThat(Integer.toString(URI.create(url).getPort())).isEqualTo(hub.variable("TONGQU_PORT"));
                });
    }

    private static Stream<Service> factories() {
        return Compose.services().stream().filter(service -> service.name().startsWith("factory-"));
    }

    @Test
    @DisplayName("a simulated factory is started by words that its program knows, under its own code")
    void factoriesAreStartedByKnownWords() {
        String main = House.text(House.ROOT.resolve("demo/src/main/java/org/tongqu/demo/FactoryMain.java"));
        assertThat(factories()).hasSize(2).allSatisfy(factory -> {
            assertThat(factory.list("command")).contains("org.tongqu.demo.FactoryMain");
            assertThat(factory.after("--code")).isEqualTo(factory.name());
            assertThat(factory.list("command").stream().filter(word -> word.startsWith("--")))
                    .allSatisfy(word -> assertThat(main).contains("\"" + word.substring(2) + "\""));
            assertThat(main).contains("case \"" + factory.after("--wire") + "\"");
        });
    }

    @Test
    @DisplayName("no secret has a default or stands in the file, and .env.example names each one without a value")
    void secretsComeFromOutside() {
        Set<String> asked = Compose.VARIABLE
                .matcher(House.text(Compose.FILE))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(Compose.services().stream().flatMap(service -> service.environment().entrySet().stream()))
                .filteredOn(entry -> SECRET.matcher(entry.getKey()).matches())
                .hasSizeGreaterThan(8)
                .allSatisfy(entry -> assertThat(entry.getValue()).matches("\\$\\{[A-Z_]+(:\\?[^}]+|:-)}"));
        assertThat(factories())
                .allSatisfy(factory -> assertThat(List.of(factory.after("--password"), factory.after("--secret")))
                        .allMatch(value -> value.matches("\\$\\{[A-Z_]+:-}")));
        List<String> example = House.text(House.ROOT.resolve(".env.example"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(example)
                .allMatch(line -> line.endsWith("="))
                .containsExactlyInAnyOrderElementsOf(
                        asked.stream().map(name -> name + "=").toList());
        assertThat(House.text(House.ROOT.resolve(".gitignore")).lines()).contains(".env");
    }

    @Test
    @DisplayName("every container has least rights and a check, and ours run as nobody in particular")
    void leastRights() {
        assertThat(Compose.services()).hasSize(7).allSatisfy(service -> {
            assertThat(service.said()).containsEntry("read_only", true).containsKey("healthcheck");
            assertThat(service.list("cap_drop")).containsExactly("ALL");
            assertThat(service.list("security_opt")).containsExactly("no-new-privileges:true");
            assertThat(service.said()).doesNotContainKeys("privileged", "cap_add", "network_mode", "pid");
        });
        assertThat(Compose.instructions("USER")).singleElement().asString().matches("[1-9][0-9]+:[1-9][0-9]+");
        assertThat(Compose.ours())
                .hasSize(5)
                .allSatisfy(service -> assertThat(service.said()).doesNotContainKey("user"));
    }

    @Test
    @DisplayName("what is written to is a volume that is declared, and a folder that belongs to the image's user")
    void whatLastsIsAVolume() {
        String made = Compose.instructions("RUN").getLast();
        for (Service service : Compose.services()) {
            for (String mounted : service.list("volumes")) {
                String source = mounted.split(":", 3)[0];
                if (source.startsWith("./")) {
                    assertThat(House.ROOT.resolve(source)).isRegularFile();
                } else {
                    assertThat(Compose.volumes().containsKey(source)).as(source).isTrue();
                }
                if (Compose.ours().contains(service)) {
                    assertThat(made.split(" ")).contains(mounted.split(":", 3)[1]);
                }
            }
        }
        assertThat(Compose.instructions("ENV").stream()
                        .flatMap(line -> Pattern.compile("TONGQU[A-Z_]*HOME=(\\S+)")
                                .matcher(line)
                                .results())
                        .map(found -> found.group(1)))
                .hasSize(2)
                .allSatisfy(home -> assertThat(made.split(" ")).contains(home));
    }

    @Test
    @DisplayName("the image is built as the launcher builds, and every path that is run is one it puts there")
    void theImageIsBuiltAsTheLauncherBuilds() {
        String build = Compose.instructions("RUN").getFirst();
        Matcher modules = Pattern.compile("-pl (\\S+) -am package").matcher(LAUNCHER);
        assertThat(modules.find()).isTrue();
        assertThat(build).contains(modules.group());
        for (String path : List.of(
                "hub/target/hub-*-run.jar",
                "demo/target/demo-*.jar",
                "regions/target/lib",
                "regions/target/regions-*.jar")) {
            assertThat(LAUNCHER.replace("\"$root\"/", "").replace("$root/", "")).contains(path);
            assertThat(build).contains(path);
        }
        String put = build + " /opt/tongqu/lib/* " + Compose.instructions("COPY");
        assertThat(Stream.concat(
                                Compose.services().stream()
                                        .flatMap(service -> Stream.concat(
                                                service.list("command").stream(), service.check().stream())),
                                Compose.instructions("CMD").stream())
                        .flatMap(word -> Arrays.stream(word.split("[\":,\\s]+")))
                        .filter(word -> word.startsWith("/opt/")))
                .hasSizeGreaterThan(5)
                .allSatisfy(path -> assertThat(put).contains(path));
        assertThat(Files.isExecutable(House.ROOT.resolve("ops/compose/is-up.sh")))
                .isTrue();
        Matcher java = Pattern.compile("oldest_java=(\\d+)").matcher(LAUNCHER);
        assertThat(java.find()).isTrue();
        assertThat(Compose.instructions("FROM"))
                .hasSize(2)
                .allMatch(image -> image.contains("-" + java.group(1)) || image.contains(":" + java.group(1)));
    }

    @Test
    @DisplayName("both READMEs say that compose itself is not run in CI")
    void theReadmesSaySo() {
        assertThat(House.text(House.ROOT.resolve("README.md"))).contains("docker compose up", "was not run in CI");
        assertThat(House.text(House.ROOT.resolve("README.zh-CN.md"))).contains("docker compose up", "CI 里没有运行过");
    }
}
