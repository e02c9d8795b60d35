package org.tongqu.hub.imports;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.connectors.canon.Refusal;

/**
 * A row of an address book as it stood in the file, and what its cells say under the columns' names.
 *
 * @param raw as it stood in the file
 * @param trouble why it could not be parted into cells
 * @param said by what each column is taken for; of several columns of one kind the first that says something
 */
record BookRow(
        long rowNo,
        List<String> cells,
        byte[] raw,
        @Nullable Refusal trouble,
        Map<BookField, String> said) {
    private static final int MOST_CELL = 4_000;

    static BookRow of(long rowNo, List<String> cells, byte[] raw, @Nullable Refusal trouble, List<String> fields) {
        Map<BookField, String> said = new EnumMap<>(BookField.class);
        for (int at = 0; at < Math.min(cells.size(), fields.size()); at++) {
            String cell = cells.get(at);
            if (!cell.isEmpty()) {
                BookField.named(fields.get(at)).ifPresent(field -> said.putIfAbsent(field, cell));
            }
        }
        return new BookRow(rowNo, cells, raw, trouble, said);
    }

    /** Why it cannot be taken, in words that say what to do. */
    Optional<Refusal> refusal(int columns) {
        if (trouble != null) {
            return Optional.of(trouble);
        }
        String company = text(BookField.COMPANY);
        if (company.isEmpty()) {
            return Optional.of(contact().isEmpty() ? BookWords.noCompany() : BookWords.contactAlone(contact()));
        }
        return tooLong().or(() -> oddName(company)).or(() -> tooMany(columns));
    }

    private Optional<Refusal> tooLong() {
        return said.entrySet().stream()
                .filter(cell -> cell.getValue().length() > cell.getKey().longest())
                .findFirst()
                .map(cell -> BookWords.tooLong(
                        cell.getKey(), cell.getValue().length(), cell.getKey().longest()))
                .or(() -> cells.stream()
                        .filter(cell -> cell.length() > MOST_CELL)
                        .findFirst()
                        .map(cell -> BookWords.cellTooLong(cell.length(), MOST_CELL)));
    }

    private static Optional<Refusal> oddName(String company) {
        if (company.matches("[=+@].*|-[\\p{L}(].*")) {
            return Optional.of(BookWords.formula());
        }
        return company.codePoints().noneMatch(Character::isLetter)
                ? Optional.of(BookWords.noLetters())
                : Optional.empty();
    }

    private Optional<Refusal> tooMany(int columns) {
        return cells.stream().skip(columns).anyMatch(cell -> !cell.isEmpty())
                ? Optional.of(BookWords.tooManyCells(cells.size(), columns))
                : Optional.empty();
    }

    private String contact() {
        String whole = text(BookField.CONTACT);
        return whole.isEmpty() ? text(BookField.SURNAME) + text(BookField.GIVEN_NAME) : whole;
    }

    private String text(BookField field) {
        return said.getOrDefault(field, "");
    }

    CustomerSaid customer() {
        String phone = text(BookField.MOBILE).isEmpty() ? text(BookField.PHONE) : text(BookField.MOBILE);
        String contact = contact();
        String title = text(BookField.TITLE);
        boolean nobody = contact.isEmpty() && phone.isEmpty() && title.isEmpty();
        return new CustomerSaid(
                text(BookField.COMPANY),
                none(text(BookField.USCC)),
                none(text(BookField.PROVINCE)),
                none(text(BookField.CITY)),
                none(text(BookField.ADDRESS)),
                nobody ? null : new CustomerSaid.ContactSaid(none(contact), none(phone), none(title)));
    }

    private static @Nullable String none(String text) {
        return text.isEmpty() ? null : text;
    }

    /** All that it says of the customer, to know it again word for word. */
    String words() {
        CustomerSaid said = customer();
        CustomerSaid.ContactSaid contact = said.contact();
        return Stream.of(
                        said.name(),
                        said.uscc(),
                        said.province(),
                        said.city(),
                        said.address(),
                        contact == null ? null : contact.name(),
                        contact == null ? null : contact.phone(),
                        contact == null ? null : contact.title())
                .map(word -> Objects.requireNonNullElse(word, ""))
                .collect(Collectors.joining("\u0000"));
    }

    /** Whom it is about: the firm and the person, however they are written in capitals or blanks. */
    String about() {
        return (text(BookField.COMPANY) + "\u0000" + contact())
                .replaceAll("[\\s\u00A0\u3000]+", "")
                .toLowerCase(Locale.ROOT);
    }
}
