package org.tongqu.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The hostile envelopes of the SOAP connector's tests, with the host that they would call replaced by one that counts. */
record Attacks(int port) {
    private static final Path FILES = Product.root().resolve("connectors/soap/src/test/resources/hostile");
    private static final Pattern DOCTYPE = Pattern.compile("^(<\\?xml[^>]*\\?>)?\\s*<!DOCTYPE");
    private static final Pattern SUBSET = Pattern.compile("(?s)<!DOCTYPE\\s[^\\[>]*\\[.*?]\\s*>");
    private static final Pattern ENTITY = Pattern.compile("<!ENTITY\\s+(\\w+)\\s");

    String file(String name) {
        try {
            return Files.readString(FILES.resolve(name), UTF_8).replace("127.0.0.1:9", "127.0.0.1:" + port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> folder(String folder) {
        try (Stream<Path> files = Files.list(FILES.resolve(folder))) {
            return files.filter(file -> !file.endsWith("LICENSE"))
                    .map(file -> file(FILES.relativize(file).toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Known attacks, one a line in their file. */
    List<String> lines() {
        return file("xml/patt/xml-attacks.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    Stream<String> all() {
        return Stream.of(folder("soap"), folder("xml/own"), folder("xml/patt"), lines())
                .flatMap(List::stream);
    }

    /** Each entity that any attack declares, put into a good envelope in the place of these words. */
    List<String> within(String envelope, String words) {
        return all().flatMap(attack -> SUBSET.matcher(attack).results())
                .map(MatchResult::group)
                .flatMap(doctype -> ENTITY.matcher(doctype)
                        .results()
                        .map(entity -> doctype + envelope.replace(words, "&" + entity.group(1) + ";")))
                .distinct()
                .toList();
    }

    /** Whether a parser comes to the DOCTYPE before anything else is wrong. */
    static boolean beginsWithDoctype(String attack) {
        Matcher start = DOCTYPE.matcher(attack);
        return start.find();
    }
}
