package org.tongqu.hub.customers;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.hub.customers.CustomersPages.CustomerLine;
import org.tongqu.hub.customers.CustomersPages.Hit;
import org.tongqu.hub.customers.CustomersPages.Piece;
import org.tongqu.hub.matching.Spelling;

/** Says where in a customer a term was found, with that part marked. */
final class Why {
    private Why() {}

    /** @param words what the source records in sight said, of this customer and of others */
    static Hit found(CustomerLine line, Term term, List<FindingStore.Words> words) {
        return name(line, term, line.name(), "NAME", "SOUND")
                .or(() -> words.stream()
                        .filter(each -> each.customerId().equals(line.id()))
                        .flatMap(each -> in(line, term, each.said()).stream())
                        .findFirst())
                .orElseGet(() -> new Hit(line, "NAME", List.of(new Piece(line.name(), false))));
    }

    private static Optional<Hit> in(CustomerLine line, Term term, CustomerSaid said) {
        CustomerSaid.@Nullable ContactSaid contact = said.contact();
        String person = contact == null ? null : contact.name();
        String phone = contact == null ? null : contact.phone();
        return name(line, term, said.name(), "OTHER_NAME", "OTHER_SOUND")
                .or(() -> plain(line, term, said.uscc(), "USCC"))
                .or(() -> telephone(line, term, phone))
                .or(() -> plain(line, term, person, "CONTACT"))
                .or(() -> mixed(line, term, said));
    }

    private static Optional<Hit> name(CustomerLine line, Term term, String name, String written, String spoken) {
        List<Spelling> all = Spelling.all(name);
        if (!term.in(all.stream().map(Spelling::text).toList())) {
            return Optional.empty();
        }
        boolean asWritten = term.in(List.of(all.getFirst().text()));
        return Optional.of(new Hit(line, asWritten ? written : spoken, marked(name, term, all)));
    }

    private static Optional<Hit> plain(CustomerLine line, Term term, @Nullable String said, String by) {
        if (said == null) {
            return Optional.empty();
        }
        Spelling spelling = Spelling.of(said);
        return term.in(List.of(spelling.text()))
                ? Optional.of(new Hit(line, by, marked(said, term, List.of(spelling))))
                : Optional.empty();
    }

    /** A country code was left out of what the number is found by, and is seen here. */
    private static Optional<Hit> telephone(CustomerLine line, Term term, @Nullable String said) {
        return term.in(List.of(FoundBy.telephone(said))) && said != null
                ? Optional.of(new Hit(line, "PHONE", marked(said, term, List.of(Spelling.of(said)))))
                : Optional.empty();
    }

    /** Some pieces in the name, others in the telephone number. */
    private static Optional<Hit> mixed(CustomerLine line, Term term, CustomerSaid said) {
        return term.in(List.copyOf(FoundBy.of("", said).words()))
                ? Optional.of(new Hit(line, "NAME", marked(line.name(), term, Spelling.all(line.name()))))
                : Optional.empty();
    }

    private static List<Piece> marked(String said, Term term, List<Spelling> spellings) {
        BitSet marks = new BitSet();
        term.each().forEach(piece -> mark(said, piece, spellings, marks));
        List<Piece> pieces = new ArrayList<>();
        for (int from = 0; from < said.length(); ) {
            boolean on = marks.get(from);
            int to = on ? marks.nextClearBit(from) : marks.nextSetBit(from);
            int end = to < 0 ? said.length() : Math.min(to, said.length());
            pieces.add(new Piece(said.substring(from, end), on));
            from = end;
        }
        return pieces;
    }

    /** From its first character to its last, with the blanks and signs between. */
    private static void mark(String said, String piece, List<Spelling> spellings, BitSet marks) {
        Stream<Spelling> holding =
                spellings.stream().filter(spelling -> spelling.text().contains(piece));
        holding.findFirst().ifPresent(spelling -> {
            int at = spelling.text().indexOf(piece);
            int last = spelling.from().get(at + piece.length() - 1);
            marks.set(spelling.from().get(at), said.offsetByCodePoints(last, 1));
        });
    }
}
