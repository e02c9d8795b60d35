package org.tongqu.connectors.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Which parts of a package a part refers to; what lies outside the package is not there for us. */
record WorkbookRelations(List<Relation> all) {
    private static final int MOST = 10_000;

    /** @param part full name of the part in the package */
    record Relation(String id, String type, String part) {
        /** The last word of the type says it, in strict and transitional files alike. */
        boolean is(String word) {
            return type.endsWith("/" + word);
        }
    }

    /** @param of the part that refers, empty for the package itself */
    static WorkbookRelations of(WorkbookParts parts, String of) throws IOException, XMLStreamException, Unfit {
        int slash = of.lastIndexOf('/') + 1;
        String folder = of.substring(0, slash);
        List<Relation> all = new ArrayList<>();
        Optional<InputStream> part = parts.open(folder + "_rels/" + of.substring(slash) + ".rels");
        if (part.isPresent()) {
            try (InputStream bytes = part.get()) {
                fill(all, HardenedXml.of(bytes), folder);
            }
        }
        return new WorkbookRelations(List.copyOf(all));
    }

    private static void fill(List<Relation> all, HardenedXml xml, String folder) throws XMLStreamException, Unfit {
        while (xml.find("Relationship") && all.size() < MOST) {
            if (!xml.attribute("TargetMode").orElse("Internal").equals("External")) {
                all.add(new Relation(
                        xml.attribute("Id").orElse(""),
                        xml.attribute("Type").orElse(""),
                        resolved(folder, xml.attribute("Target").orElse(""))));
            }
        }
    }

    private static String resolved(String folder, String target) {
        String whole = target.startsWith("/") ? target : folder + target;
        Deque<String> steps = new ArrayDeque<>();
        for (String step : whole.split("/", -1)) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    Optional<String> first(String word) {
        return all.stream()
                .filter(relation -> relation.is(word))
                .map(Relation::part)
                .findFirst();
    }

    /** The worksheet of this id; chart sheets are none. */
    Optional<String> worksheet(String id) {
        return all.stream()
                .filter(relation -> relation.is("worksheet") && relation.id().equals(id))
                .map(Relation::part)
                .findFirst();
    }
}
