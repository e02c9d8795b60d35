package org.tongqu.regions;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The node keeps the house's order")
class HouseTest {
    private static final JavaClasses NODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.tongqu.regions");

    @Test
    @DisplayName("it never imports the hub, its routes, or Spring")
    void noHub() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.tongqu.hub..", "org.tongqu.routes..", "org.springframework..")
                .check(NODE);
    }

    @Test
    @DisplayName("SQL is spoken in the outbox alone")
    void sqlInTheOutbox() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.tongqu.regions.outbox")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.sqlite..")
                .check(NODE);
    }

    @Test
    @DisplayName("parsers come from the connectors, time and chance from the start alone")
    void handedIn() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson..")
                .check(NODE);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(RunningNode.class.getName())
                .should()
                .callMethod(java.time.Clock.class, "systemUTC")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .check(NODE);
    }

    @Test
    @DisplayName("the outbox knows neither capture nor uplink, and every package says what null means")
    void floors() {
        noClasses()
                .that()
                .resideInAPackage("org.tongqu.regions.outbox")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.tongqu.regions.capture", "org.tongqu.regions.uplink", "org.apache.camel..")
                .check(NODE);
        classes()
                .should(new com.tngtech.archunit.lang.ArchCondition<>("live in a @NullMarked package") {
                    @Override
                    public void check(
                            com.tngtech.archunit.core.domain.JavaClass type,
                            com.tngtech.archunit.lang.ConditionEvents events) {
                        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(new com.tngtech.archunit.lang.SimpleConditionEvent(type, marked, type.getName()));
                    }
                })
                .check(NODE);
    }
}
