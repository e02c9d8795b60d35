package org.tongqu.regions.capture;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.VisitReport;
import org.tongqu.connectors.rest.Body;
import org.tongqu.connectors.rest.ItemReader;
import org.tongqu.connectors.rest.VisitWording;
import org.tongqu.regions.outbox.LineState;
import org.tongqu.regions.outbox.Outbox;
import org.tongqu.regions.outbox.StoreAway;
import org.tongqu.regions.uplink.LinkState;

/** Answers the node's callers: who they are first, then what they bring, in the hub's own words for both. */
public final class VisitDesk {
    private static final String VISITS = "/api/v1/visits";
    private static final String LINE = "/api/v1/line";

    private final VisitWording wording = new VisitWording();
    private final List<Branch> branches;

    public VisitDesk(List<Branch> branches) {
        this.branches = List.copyOf(branches);
    }

    /** A branch the node works for, with the key that opens it. */
    public record Branch(String code, String key, Outbox outbox, Supplier<LinkState> link) {
        @Override
        public String toString() {
            return "Branch[" + code + "]";
        }
    }

    Reply answer(Branch branch, Asked asked) {
        try {
            return switch (asked.path()) {
                case VISITS -> asked.method().equals("POST") ? take(branch, asked) : Reply.wrongMethod("POST");
                case LINE -> reading(asked, () -> Reply.of(200, line(branch)));
                default -> reading(asked, () -> visit(branch, asked.path()));
            };
        } catch (StoreAway away) {
            return Reply.storeAway();
        }
    }

    private static Reply reading(Asked asked, Supplier<Reply> answer) {
        return asked.method().equals("GET") ? answer.get() : Reply.wrongMethod("GET");
    }

    private Reply take(Branch branch, Asked asked) {
        return switch (ItemReader.read(asked.body(), asked.contentType(), wording)) {
            case Body.Unreadable<VisitReport>(Refusal refusal) -> Reply.unreadable(refusal);
            case Body.Items<VisitReport>(var items) ->
                Reply.receipts(items, branch.outbox().take(items));
        };
    }

    private static Reply visit(Branch branch, String path) {
        if (!path.startsWith(VISITS + "/")) {
            return Reply.notFound();
        }
        return branch.outbox()
                .find(path.substring(VISITS.length() + 1))
                .map(visit -> Reply.of(200, visit))
                .orElseGet(Reply::notFound);
    }

    private static LineShown line(Branch branch) {
        return LineShown.of(
                branch.code(), branch.outbox().state(), branch.link().get());
    }

    /** The branch whose credential this is; a Bearer key that several branches share opens none. */
    Optional<Branch> of(@Nullable String authorization) {
        return Credential.read(authorization).flatMap(shown -> {
            List<Branch> opened =
                    branches.stream().filter(branch -> shown.opens(branch)).toList();
            return opened.size() == 1 ? Optional.of(opened.getFirst()) : Optional.empty();
        });
    }

    /** @param login of HTTP Basic; null where a Bearer key came alone */
    private record Credential(@Nullable String login, String secret) {
        static Optional<Credential> read(@Nullable String header) {
            if (header == null) {
                return Optional.empty();
            }
            if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
                return Optional.of(new Credential(null, header.substring(7).strip()));
            }
            return header.regionMatches(true, 0, "Basic ", 0, 6)
                    ? basic(header.substring(6).strip())
                    : Optional.empty();
        }

        private static Optional<Credential> basic(String packed) {
            try {
                String pair = new String(java.util.Base64.getDecoder().decode(packed), StandardCharsets.UTF_8);
                int colon = pair.indexOf(':');
                return colon < 0
                        ? Optional.empty()
                        : Optional.of(new Credential(pair.substring(0, colon), pair.substring(colon + 1)));
            } catch (IllegalArgumentException notBase64) {
                return Optional.empty();
            }
        }

        boolean opens(Branch branch) {
            return (login == null || login.equals(branch.code())) && same(secret, branch.key());
        }

        /** Takes as long for a wrong key as for the right one. */
        private static boolean same(String one, String other) {
            return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What the node tells of its line. */
    record LineShown(
            String branch,
            String line,
            long last,
            long completeThrough,
            long waiting,
            long refused,
            @Nullable String heardAt,
            @Nullable String cutSince,
            boolean denied,
            @Nullable Refusal reason,
            @Nullable String carrier,
            LineState.@Nullable GivenUp conflict) {
        static LineShown of(String branch, LineState line, LinkState link) {
            return new LineShown(
                    branch,
                    line.line(),
                    line.last(),
                    line.completeThrough(),
                    line.waiting(),
                    line.refused(),
                    text(link.heardAt()),
                    text(link.cutSince()),
                    link.denied(),
                    link.why(),
                    link.carrier(),
                    line.conflict());
        }

        private static @Nullable String text(java.time.@Nullable Instant at) {
            return at == null ? null : at.toString();
        }
    }
}
