package org.tongqu.hub.house;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.lang.annotation.Annotation;
import java.util.Set;
import java.util.function.BiConsumer;

/** What ArchUnit has no words for. */
final class Conditions {
    static final ArchCondition<JavaClass> KNOW_ONLY_CANON_AND_ITSELF = condition(
            "know only canon and itself",
            (type, events) -> type.getDirectDependenciesFromSelf().stream()
                    .filter(to -> isForeign(type, to.getTargetClass()))
                    .forEach(to -> events.add(violated(type, to.getDescription()))));

    static final ArchCondition<JavaClass> STAND_ON_LOWER_FLOORS = condition(
            "call rooms of lower floors only",
            (type, events) -> type.getDirectDependenciesFromSelf().stream()
                    .filter(Conditions::goesUp)
                    .forEach(to -> events.add(violated(type, to.getDescription()))));

    static final ArchCondition<JavaClass> BE_A_LISTED_DOOR_OR_HIDDEN =
            condition("be a door listed in Doors, or package-private", (type, events) -> {
                if (type.getModifiers().contains(JavaModifier.PUBLIC) && !isDoor(type)) {
                    events.add(violated(type, type.getName() + " is public and no door of its room"));
                }
            });

    static final ArchCondition<JavaMethod> HEAR_A_RECORD_OF_A_LISTED_DOOR =
            new ArchCondition<>("hear a record that is a room's door") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    method.getRawParameterTypes().stream()
                            .filter(news -> !isNews(news))
                            .forEach(news -> events.add(violated(
                                    method,
                                    method.getFullName() + " listens to " + news.getName() + ", no room's news")));
                }
            };

    private Conditions() {}

    static ArchCondition<JavaClass> livesInPackageWith(Class<? extends Annotation> mark) {
        return condition("live in a package with @" + mark.getSimpleName(), (type, events) -> {
            if (!type.getPackage().isAnnotatedWith(mark)) {
                events.add(violated(type, type.getPackageName() + " has no @" + mark.getSimpleName()));
            }
        });
    }

    private static boolean isForeign(JavaClass from, JavaClass to) {
        String target = to.getPackageName();
        return target.startsWith("org.tongqu.")
                && !target.startsWith("org.tongqu.connectors.canon")
                && !target.startsWith(connector(from.getPackageName()));
    }

    private static String connector(String packageName) {
        String[] words = packageName.split("\\.", -1);
        return String.join(".", words[0], words[1], words[2], words[3]);
    }

    private static boolean goesUp(Dependency dependency) {
        String from = Rooms.of(dependency.getOriginClass()).orElse("");
        JavaClass target = dependency.getTargetClass();
        String to = Rooms.of(target).orElse("");
        if (to.isEmpty()) {
            return target.getPackageName().equals("org.tongqu.hub");
        }
        return !from.equals(to) && Rooms.floor(to) >= Rooms.floor(from);
    }

    private static boolean isDoor(JavaClass type) {
        return !Rooms.isWeb(type)
                && Rooms.of(type)
                        .map(room -> Doors.OF.getOrDefault(room, Set.of()).contains(type.getSimpleName()))
                        .orElse(false);
    }

    private static boolean isNews(JavaClass type) {
        return isDoor(type) && (type.isRecord() || type.reflect().isSealed());
    }

    private static ArchCondition<JavaClass> condition(String words, BiConsumer<JavaClass, ConditionEvents> check) {
        return new ArchCondition<>(words) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.accept(type, events);
            }
        };
    }
}
