package org.tongqu.hub.house;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The compose file and the Dockerfile, read as the programs that take them would. */
final class Compose {
    static final Path FILE = House.ROOT.resolve("docker-compose.yml");
    static final String DOCKERFILE = House.text(House.ROOT.resolve("Dockerfile"));
    static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)([^}]*)}");
    private static final Map<String, Object> ALL =
            typed(new Yaml(new SafeConstructor(new LoaderOptions())).load(House.text(FILE)));

    private Compose() {}

    /** Empty for what is not there. */
    private static Map<String, Object> typed(@Nullable Object said) {
        Map<String, Object> typed = new TreeMap<>();
        if (said instanceof Map<?, ?> map) {
            map.forEach((key, value) -> typed.put(String.valueOf(key), value == null ? "" : value));
        }
        return typed;
    }

    private static List<String> words(@Nullable Object said) {
        return said instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }

    static Map<String, Object> volumes() {
        return typed(ALL.get("volumes"));
    }

    static List<Service> services() {
        return typed(ALL.get("services")).entrySet().stream()
                .map(entry -> new Service(entry.getKey(), typed(entry.getValue())))
                .toList();
    }

    static Service service(@Nullable String name) {
        return services().stream()
                .filter(service -> service.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    static List<Service> ours() {
        return services().stream()
                .filter(service -> service.said.containsKey("build"))
                .toList();
    }

    /** What stands behind each of an instruction's words; lines that go on with a backslash are joined. */
    static List<String> instructions(String word) {
        return Arrays.stream(DOCKERFILE.replace("\\\n", " ").split("\n", -1))
                .filter(line -> line.startsWith(word + " "))
                .map(line -> line.substring(word.length() + 1).strip())
                .toList();
    }

    record Service(String name, Map<String, Object> said) {
        Map<String, String> environment() {
            Map<String, String> environment = new TreeMap<>();
            typed(said.get("environment")).forEach((key, value) -> environment.put(key, String.valueOf(value)));
            return environment;
        }

        String variable(String name) {
            return requireNonNull(environment().get(name), name);
        }

        /** As compose hands it over, with a word of its own for every secret. */
        Map<String, String> filledIn() {
            Map<String, String> environment = environment();
            environment.replaceAll((name, value) -> VARIABLE.matcher(value).replaceAll("filled-in"));
            return environment;
        }

        List<String> list(String key) {
            return words(said.get(key));
        }

        List<String> check() {
            return words(typed(said.get("healthcheck")).get("test"));
        }

        /** The word of its command behind another, e.g. behind {@code --port}. */
        String after(String word) {
            List<String> command = list("command");
            return command.get(command.indexOf(word) + 1);
        }

        Stream<String> needs() {
            return typed(said.get("depends_on")).keySet().stream();
        }
    }
}
