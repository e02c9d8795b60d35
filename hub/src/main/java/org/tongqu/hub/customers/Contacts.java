package org.tongqu.hub.customers;

import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 联系人: the words of all sources on people at one firm, gathered into persons. Within a firm the same full name is one person, and the same
 * telephone is where the names do not speak against it, for a line may be shared.
 */
record Contacts(List<Person> persons) {
    /** A telephone heard at more firms than these is an agent's or a switchboard's, and says nothing of who moved. */
    private static final int FIRMS_OF_ONE_PERSON = 4;

    static Contacts of(List<Word> newestFirst) {
        List<Person> persons = new ArrayList<>();
        for (Word word : newestFirst) {
            Person person = new Person(List.of(word));
            List<Person> same = persons.stream().filter(person::is).toList();
            persons.removeAll(same);
            persons.add(Stream.concat(same.stream(), Stream.of(person))
                    .reduce(Person::with)
                    .orElseThrow());
        }
        return new Contacts(List.copyOf(persons));
    }

    /** Telephones that may be known elsewhere. */
    String[] phones() {
        return persons.stream()
                .flatMap(person -> person.keys().stream())
                .distinct()
                .toArray(String[]::new);
    }

    /** The persons as shown, the one named last first. */
    List<CustomerFiles.Contact> shown(List<FilesStore.Elsewhere> elsewhere) {
        Map<String, Set<String>> firms = elsewhere.stream()
                .collect(Collectors.groupingBy(
                        FilesStore.Elsewhere::phone,
                        Collectors.mapping(FilesStore.Elsewhere::customerId, Collectors.toSet())));
        List<FilesStore.Elsewhere> personal = elsewhere.stream()
                .filter(each -> Objects.requireNonNull(firms.get(each.phone())).size() < FIRMS_OF_ONE_PERSON)
                .toList();
        return persons.stream()
                .sorted((one, other) -> other.last().compareTo(one.last()))
                .map(person -> person.shown(personal))
                .toList();
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s·.]", "")
                .toUpperCase(Locale.ROOT);
    }

    /**
     * What one source record says of a contact.
     *
     * @param key the telephone in digits
     */
    record Word(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String key,
            @Nullable String title,
            Said said) {

        boolean sameName(Word other) {
            return name != null && other.name != null && plain(name).equals(plain(other.name));
        }

        /** 王工 may be 王建国; 李经理 is not, whoever's telephone it is. */
        boolean mayBe(Word other) {
            return name == null
                    || other.name == null
                    || plain(name).codePointAt(0) == plain(other.name).codePointAt(0);
        }

        boolean is(Word other) {
            return sameName(other) || (key != null && key.equals(other.key) && mayBe(other));
        }
    }

    /** Where a word was said. */
    record Said(
            String source,
            String kind,
            String messageId,
            @Nullable Long rowNo,
            OffsetDateTime observedAt) {}

    /** One person at a firm; its words newest first. */
    record Person(List<Word> words) {
        boolean is(Person other) {
            return words.stream().anyMatch(word -> other.words.stream().anyMatch(word::is));
        }

        Person with(Person later) {
            return new Person(Stream.concat(words.stream(), later.words.stream())
                    .sorted((one, other) ->
                            other.said().observedAt().compareTo(one.said().observedAt()))
                    .toList());
        }

        OffsetDateTime last() {
            return words.getFirst().said().observedAt();
        }

        OffsetDateTime first() {
            return words.getLast().said().observedAt();
        }

        Collection<String> keys() {
            return words.stream()
                    .map(Word::key)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        CustomerFiles.Contact shown(List<FilesStore.Elsewhere> elsewhere) {
            Map<String, String> phones = new LinkedHashMap<>();
            words.stream()
                    .filter(word -> word.phone() != null)
                    .forEach(word -> phones.putIfAbsent(
                            Objects.requireNonNullElse(word.key(), word.phone()),
                            Objects.requireNonNull(word.phone())));
            return new CustomerFiles.Contact(
                    text(words.stream().map(Word::name)),
                    text(words.stream().map(Word::title)),
                    List.copyOf(phones.values()),
                    words.stream().map(word -> said(word.said())).toList(),
                    last(),
                    moves(elsewhere));
        }

        private List<CustomerFiles.Move> moves(List<FilesStore.Elsewhere> elsewhere) {
            return elsewhere.stream()
                    .filter(other -> keys().contains(other.phone()))
                    .filter(other -> words.stream()
                            .anyMatch(word ->
                                    word.name() != null && plain(word.name()).equals(plain(other.name()))))
                    .map(other -> new CustomerFiles.Move(
                            how(other),
                            other.customerId(),
                            Objects.requireNonNullElse(other.firm(), "—"),
                            other.lastAt()))
                    .distinct()
                    .toList();
        }

        /** Whoever was heard of there only after the last word here has gone there. */
        private String how(FilesStore.Elsewhere other) {
            if (other.firstAt().isAfter(last())) {
                return "MOVED_TO";
            }
            return other.lastAt().isBefore(first()) ? "CAME_FROM" : "ALSO_AT";
        }

        private static CustomerFiles.SaidBy said(Said said) {
            return new CustomerFiles.SaidBy(
                    said.source(), said.kind(), said.messageId(), said.rowNo(), said.observedAt());
        }

        private static @Nullable String text(Stream<@Nullable String> words) {
            return words.filter(Objects::nonNull).findFirst().orElse(null);
        }
    }
}
