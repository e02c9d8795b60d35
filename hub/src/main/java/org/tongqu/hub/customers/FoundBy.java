package org.tongqu.hub.customers;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.hub.matching.Spelling;

/** What a source record can be found by: each way to write and to say its name, its USCC, its contact's telephone number and name. */
record FoundBy(String recordId, Set<String> words) {

    static FoundBy of(String recordId, CustomerSaid said) {
        Set<String> words = new LinkedHashSet<>();
        Spelling.all(said.name()).forEach(spelling -> words.add(spelling.text()));
        words.add(written(said.uscc()));
        CustomerSaid.ContactSaid contact = said.contact();
        if (contact != null) {
            words.add(telephone(contact.phone()));
            words.add(written(contact.name()));
        }
        words.remove("");
        return new FoundBy(recordId, words);
    }

    static String written(@Nullable String said) {
        return said == null ? "" : Spelling.of(said).text();
    }

    static String telephone(@Nullable String said) {
        return said == null
                ? ""
                : Term.digits(Normalizer.normalize(said, Normalizer.Form.NFKC).strip());
    }

    /** A line each; no term holds the end of a line. */
    String lines() {
        return String.join("\n", words);
    }

    Integer[] grams() {
        return Grams.of(List.copyOf(words));
    }
}
