package org.tongqu.hub.journal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.tongqu.connectors.canon.Intake;
import org.tongqu.connectors.canon.Item;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Reading;
import org.tongqu.connectors.canon.Receipt;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Backoff;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Sha256;
import org.tongqu.hub.platform.Wakes;
import org.tongqu.hub.platform.Wall;

/** Keeps what arrives: header, bytes, claims and keys in one transaction, and only then the receipt. */
@Service
class Journal implements Intake {
    static final String BELL = "journal";
    private static final int TRIES_AT_DEADLOCK = 5;

    private final JournalStore store;
    private final Receivers receivers;
    private final Wall wall;
    private final Wakes wakes;
    private final Clock clock;
    private final Ids ids;
    private final Backoff backoff;

    Journal(
            JournalStore store,
            Receivers receivers,
            Wall wall,
            Wakes wakes,
            Clock clock,
            Ids ids,
            @org.springframework.beans.factory.annotation.Qualifier("journalBackoff") Backoff backoff) {
        this.store = store;
        this.receivers = receivers;
        this.wall = wall;
        this.wakes = wakes;
        this.clock = clock;
        this.ids = ids;
        this.backoff = backoff;
    }

    @Override
    public <T> List<Receipt> receive(
            Sender sender, MessageKind kind, Optional<String> idempotencyKey, List<Item<T>> items) {
        Receiver<T> receiver = receivers.of(kind);
        if (!receiver.allows(sender.role())) {
            throw new NotAllowed(Words.notAllowed(sender.role().name(), kind));
        }
        return retried(() -> wall.within(Scope.of(sender), () -> keepAll(sender, receiver, idempotencyKey, items)));
    }

    /** Two calls with the same items in another order may deadlock; the database ends one, and it simply goes again. */
    private static <T> T retried(java.util.function.Supplier<T> work) {
        for (int tried = 1; ; tried++) {
            try {
                return work.get();
            } catch (ConcurrencyFailureException clash) {
                if (tried == TRIES_AT_DEADLOCK) {
                    throw clash;
                }
            }
        }
    }

    private <T> List<Receipt> keepAll(
            Sender sender, Receiver<T> receiver, Optional<String> idempotencyKey, List<Item<T>> items) {
        Instant now = clock.instant();
        List<Receipt> receipts = new ArrayList<>();
        for (int n = 0; n < items.size(); n++) {
            receipts.add(keep(
                    sender, receiver, keyClaim(sender, receiver, idempotencyKey, n, items.get(n)), items.get(n), now));
        }
        if (receipts.stream().anyMatch(receipt -> receipt.status() == Receipt.Status.RECEIVED)) {
            wakes.ring(BELL, receiver.kind().name());
        }
        return receipts;
    }

    private static <T> Optional<Claim> keyClaim(
            Sender sender, Receiver<T> receiver, Optional<String> idempotencyKey, int n, Item<T> item) {
        return idempotencyKey.map(key -> new Claim(
                "key|" + sender.login() + "|" + receiver.kind() + "|" + key + "|" + n, Sha256.hex(item.raw())));
    }

    private <T> Receipt keep(Sender sender, Receiver<T> receiver, Optional<Claim> keyClaim, Item<T> item, Instant now) {
        return switch (item.reading()) {
            case Reading.Refused<T>(List<Refusal> refusals) -> refuse(sender, receiver, item, refusals, List.of(), now);
            case Reading.Understood<T>(T said, String hash) -> {
                Statement statement = receiver.statement(sender, said, hash);
                List<Refusal> wrong = keyClaim.filter(store::clashes).isPresent()
                        ? List.of(Words.keyReused())
                        : receiver.check(sender, said);
                yield wrong.isEmpty()
                        ? take(sender, receiver, keyClaim, item, statement, now)
                        : refuse(sender, receiver, item, wrong, statement.keys(), now);
            }
        };
    }

    private <T> Receipt take(
            Sender sender,
            Receiver<T> receiver,
            Optional<Claim> keyClaim,
            Item<T> item,
            Statement statement,
            Instant now) {
        String id = ids.next();
        Claims outcome = wall.unless(
                claims -> !(claims instanceof Claims.Fresh), () -> claimed(sender, keyClaim, statement, id));
        return switch (outcome) {
            case Claims.Fresh() -> kept(id, sender, receiver, item, statement, now);
            case Claims.Repeat(String first) -> repeated(sender, keyClaim, first);
            case Claims.Clash(Claim claim, String first) ->
                refuse(sender, receiver, item, List.of(clash(keyClaim, claim, first)), statement.keys(), now);
        };
    }

    /** The caller's key comes last, so that two calls under one key meet at the database and not between a look and a write. */
    private Claims claimed(Sender sender, Optional<Claim> keyClaim, Statement statement, String id) {
        Claims stated = Claims.take(statement.claims(), claim -> store.claim(claim, id, sender));
        return stated instanceof Claims.Fresh
                ? keyClaim.flatMap(claim -> keyClash(claim, id, sender)).orElse(stated)
                : stated;
    }

    private Optional<Claims> keyClash(Claim claim, String id, Sender sender) {
        return store.claim(claim, id, sender)
                .filter(standing -> !standing.contentHash().equals(claim.contentHash()))
                .map(standing -> new Claims.Clash(claim, standing.messageId()));
    }

    private static Refusal clash(Optional<Claim> keyClaim, Claim claim, String first) {
        return keyClaim.filter(claim::equals).isPresent() ? Words.keyReused() : Words.conflict(claim.key(), first);
    }

    /** The key was used for this content, though the content had come before without it. */
    private Receipt repeated(Sender sender, Optional<Claim> keyClaim, String first) {
        keyClaim.ifPresent(claim -> store.claim(claim, first, sender));
        return new Receipt(first, Receipt.Status.DUPLICATE, List.of());
    }

    private <T> Receipt kept(
            String id, Sender sender, Receiver<T> receiver, Item<T> item, Statement statement, Instant now) {
        store.keep(header(id, receiver, sender, item, true, false, now));
        store.keepBytes(JournalStore.dayOf(now), id, 0, item.raw());
        store.keys(id, statement.keys());
        return new Receipt(id, Receipt.Status.RECEIVED, List.of());
    }

    private <T> Receipt refuse(
            Sender sender,
            Receiver<T> receiver,
            Item<T> item,
            List<Refusal> refusals,
            List<BusinessKey> keys,
            Instant now) {
        String id = ids.next();
        store.keep(header(id, receiver, sender, item, false, true, now));
        store.keepBytes(JournalStore.dayOf(now), id, 0, item.raw());
        store.keys(id, keys);
        store.refusals(id, 0, refusals);
        return new Receipt(id, Receipt.Status.REFUSED, refusals);
    }

    private <T> JournalStore.NewMessage header(
            String id,
            Receiver<T> receiver,
            Sender sender,
            Item<T> item,
            boolean understood,
            boolean refused,
            Instant now) {
        return new JournalStore.NewMessage(
                id,
                receiver.kind(),
                "REST",
                item.format(),
                sender,
                null,
                now,
                Sha256.hex(item.raw()),
                item.raw().length,
                understood,
                refused,
                null,
                backoff.tries());
    }
}
