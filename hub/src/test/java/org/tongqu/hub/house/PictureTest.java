package org.tongqu.hub.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.ApplicationModule;

@DisplayName("The picture of the house")
class PictureTest {
    private static final Path FILE = House.ROOT.resolve("docs/rooms.md");
    private static final Pattern FIRST_SENTENCE =
            Pattern.compile("/\\*\\*\\s+\\*\\s+(.*?)(?: Refuses| In:|\\n \\* In:)", Pattern.DOTALL);

    @Test
    @DisplayName("docs/rooms.md shows the modules and rooms as they really lean on each other")
    void docsRoomsIsTrue() throws IOException {
        String drawn = picture();
        String committed = Files.exists(FILE) ? Files.readString(FILE) : "";
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, drawn);
        assertThat(committed)
                .as("docs/rooms.md was not true any more; it has been drawn anew: commit it")
                .isEqualTo(drawn);
    }

    private static String picture() {
        return """
                # Modules and rooms / 模块与房间

                Drawn by `PictureTest` from the compiled classes and the poms; change the code, run the tests, commit this file.
                本页由 `PictureTest` 根据编译后的类和 pom 生成；请改代码、跑测试、提交本文件，不要手工改。

                ## Modules / 模块

                An arrow means "is compiled against". `demo` speaks to the hub from outside only.
                箭头表示“编译时依赖”。`demo` 只从外部与总站说话。

                ```mermaid
                flowchart LR
                %s
                ```

                ## Rooms of the hub / 总站的房间

                A solid arrow calls a door of a lower floor; a dotted arrow listens to its news. Arrows to `platform`, the ground of all, are left out.
                实线箭头表示调用下层房间的门，虚线箭头表示收听它的消息。指向地基 `platform` 的箭头从略。

                ```mermaid
                flowchart TB
                %s
                ```

                | floor 层 | room 房间 | answers for 职责 | calls 调用 | listens to 收听 |
                |---|---|---|---|---|
                %s
                """.formatted(modules(), rooms(), table());
    }

    private static String modules() {
        return House.MODULES.stream()
                .filter(module -> !module.equals("journeys"))
                .flatMap(module -> Stream.concat(
                        Stream.of("    " + last(module)),
                        ModuleArrowsTest.namedBy(module).stream().map(to -> "    " + last(module) + " --> " + to)))
                .collect(Collectors.joining("\n"));
    }

    private static String rooms() {
        StringBuilder drawn = new StringBuilder();
        for (int floor = Rooms.FLOORS.size() - 1; floor >= 0; floor--) {
            drawn.append("    subgraph floor").append(floor).append("[\" \"]\n");
            Rooms.FLOORS.get(floor).stream()
                    .sorted()
                    .forEach(room -> drawn.append("        %s[\"%s\"]%n".formatted(room, title(room))));
            drawn.append("    end\n");
        }
        for (String room : Rooms.all()) {
            Set<String> news = hears(room);
            calls(room).stream()
                    .filter(to -> !to.equals("platform"))
                    .forEach(to -> drawn.append("    %s --> %s%n".formatted(room, to)));
            news.stream()
                    .map(event -> event.substring(0, event.indexOf('.')))
                    .distinct()
                    .filter(to -> !to.equals("platform"))
                    .forEach(to -> drawn.append("    %s -.-> %s%n".formatted(room, to)));
        }
        return drawn.toString().stripTrailing();
    }

    private static String table() {
        return Rooms.all().reversed().stream()
                .map(room -> "| %d | %s | %s | %s | %s |"
                        .formatted(
                                Rooms.floor(room),
                                title(room),
                                answersFor(room),
                                String.join(", ", calls(room)),
                                String.join(", ", hears(room))))
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> calls(String room) {
        return types(room)
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .flatMap(to -> Rooms.of(to.getTargetClass()).stream())
                .filter(to -> !to.equals(room))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> hears(String room) {
        return types(room)
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(EventListener.class))
                .flatMap((JavaMethod method) -> method.getRawParameterTypes().stream())
                .map(news -> Rooms.of(news).orElse("?") + "." + news.getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JavaClass> types(String room) {
        return House.CLASSES.stream()
                .filter(type -> Rooms.of(type).filter(room::equals).isPresent());
    }

    private static String title(String room) {
        return House.CLASSES
                .getPackage("org.tongqu.hub." + room)
                .getAnnotationOfType(ApplicationModule.class)
                .displayName();
    }

    private static String answersFor(String room) {
        Matcher said = FIRST_SENTENCE.matcher(
                House.text(House.ROOT.resolve("hub/src/main/java/org/tongqu/hub/" + room + "/package-info.java")));
        return said.find() ? said.group(1).replaceAll("\\s*\\n \\*\\s*", " ").strip() : "";
    }

    private static String last(String module) {
        return module.substring(module.lastIndexOf('/') + 1);
    }
}
