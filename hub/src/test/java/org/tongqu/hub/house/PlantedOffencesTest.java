package org.tongqu.hub.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Every law of the house can be broken, and says so")
class PlantedOffencesTest {
    /** Offenders of test sources, standing in the packages of the product. */
    private static final JavaClasses OFFENDERS = new ClassFileImporter()
            .importPackages("org.tongqu")
            .that(com.tngtech.archunit.base.DescribedPredicate.describe(
                    "planted",
                    type -> Laws.outermost(type).getSimpleName().startsWith("Planted")
                            && !type.getPackageName().startsWith("org.tongqu.hub.house")));

    static Stream<Named<ArchRule>> laws() {
        return Stream.of(Laws.class.getDeclaredFields())
                .filter(field -> field.getType() == ArchRule.class)
                .map(PlantedOffencesTest::law);
    }

    private static Named<ArchRule> law(java.lang.reflect.Field field) {
        try {
            return Named.of(
                    field.getName().toLowerCase(java.util.Locale.ROOT).replace('_', ' '), (ArchRule) field.get(null));
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(hidden);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("laws")
    void turnsRedOnAnOffender(ArchRule law) {
        assertThat(law.evaluate(OFFENDERS).hasViolation()).isTrue();
    }
}
