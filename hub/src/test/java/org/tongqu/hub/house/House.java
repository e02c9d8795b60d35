package org.tongqu.hub.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The product as it stands: what the hub is compiled from, and the folders it is written in. */
final class House {
    /** All of canon, connectors, routes and hub, without tests. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.tongqu");

    static final Path ROOT = Path.of(System.getProperty("tongqu.root", ".."));

    /** Every module, by its folder. */
    static final List<String> MODULES = List.of(
            "connectors/canon",
            "connectors/files",
            "connectors/rest",
            "connectors/soap",
            "connectors/jms",
            "routes",
            "regions",
            "hub",
            "demo",
            "journeys",
            "bench");

    private House() {}

    /** All files of the product's own Java, of every module. */
    static List<Path> sources() {
        return MODULES.stream()
                .flatMap(module -> under(ROOT.resolve(module).resolve("src/main/java"), ".java").stream())
                .toList();
    }

    static List<Path> under(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
