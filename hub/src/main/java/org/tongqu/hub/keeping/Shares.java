package org.tongqu.hub.keeping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.hub.people.People;

/**
 * What of a leaver's goes to whom.
 *
 * @param all one share for each receiver that gets anything
 * @param unassigned customers, plans and notes that no rule takes
 */
record Shares(List<Share> all, int unassigned) {

    /** Deals out by the first rule that fits. */
    static Shares of(Held held, Handovers.Wanted wanted, Function<String, People.User> receivers) {
        Map<String, Share> byReceiver = new LinkedHashMap<>();
        int unassigned = 0;
        for (Piece piece : held.pieces()) {
            String receiver = receiver(piece, wanted.rules());
            if (receiver == null) {
                unassigned++;
            } else {
                byReceiver
                        .computeIfAbsent(receiver, login -> Share.empty(receivers.apply(login)))
                        .add(piece);
            }
        }
        return new Shares(List.copyOf(byReceiver.values()), unassigned);
    }

    private static @Nullable String receiver(Piece piece, List<Handovers.Rule> rules) {
        return rules.stream()
                .filter(rule -> rule.customers().contains(piece.heir())
                        || rule.customers().contains(piece.customerId()))
                .findFirst()
                .or(() -> rules.stream()
                        .filter(rule -> rule.customers().isEmpty() && rule.region() != null)
                        .filter(rule -> Objects.equals(rule.region(), piece.region()))
                        .findFirst())
                .or(() -> rules.stream()
                        .filter(rule -> rule.customers().isEmpty() && rule.region() == null)
                        .findFirst())
                .map(Handovers.Rule::receiver)
                .orElse(null);
    }

    Optional<Refusal> wrong() {
        if (unassigned > 0) {
            return Optional.of(new Refusal(
                    "/receivers",
                    "HANDOVER_INCOMPLETE",
                    "还有 " + unassigned + " 项没有接收人：请再指定一位接收其余全部的人。",
                    unassigned + " items have no receiver: name one who takes all the rest."));
        }
        return all.isEmpty()
                ? Optional.of(new Refusal(
                        "/leaver",
                        "NOTHING_TO_HAND_OVER",
                        "这位同事名下没有可交接的内容。",
                        "This colleague keeps nothing that could be handed over."))
                : Optional.empty();
    }

    /** All that a person keeps. */
    record Held(List<Piece> pieces) {}

    /**
     * One thing kept.
     *
     * @param kind CUSTOMER, PLAN or NOTE
     * @param id the customer's as it was kept, the plan's or the note's
     * @param heir today's customer
     */
    record Piece(
            String kind,
            String id,
            String customerId,
            String heir,
            @Nullable String region) {}

    /** What one receiver gets. */
    record Share(People.User receiver, List<Piece> pieces) {
        static Share empty(People.User receiver) {
            return new Share(receiver, new java.util.ArrayList<>());
        }

        void add(Piece piece) {
            pieces.add(piece);
        }

        List<String> ids(String kind) {
            return pieces.stream()
                    .filter(piece -> piece.kind().equals(kind))
                    .map(Piece::id)
                    .toList();
        }

        /** Today's customers of everything in it. */
        List<String> customerIds() {
            return pieces.stream().map(Piece::heir).distinct().toList();
        }
    }
}
