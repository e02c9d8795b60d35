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
import org.tongqu.connectors.canon.Wire;
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
            Sender sender, Wire wire, MessageKind kind, Optional<String> idempotencyKey, List<Item<T>> items) {
        Receiver<T> receiver = allowed(sender, kind);
        return retried(
                () -> wall.within(Scope.of(sender), () -> keepAll(sender, wire, receiver, idempotencyKey, items)));
    }

    /** @throws NotAllowed where the sender's role may not send this kind */
    <T> Receiver<T> allowed(Sender sender, MessageKind kind) {
        Receiver<T> receiver = receivers.of(kind);
        if (!receiver.allows(sender.role())) {
            throw new NotAllowed(Words.notAllowed(sender.role().name(), kind));
        }
        return receiver;
    }

    /** For a caller that has a transaction in the sender's scope and keeps more in it than the messages. */
    <T> List<Receipt> keepAll(
            Sender sender, Wire wire, Receiver<T> receiver, Optional<String> idempotencyKey, List<Item<T>> items) {
        return keepAll(new Call<>(sender, wire, receiver, idempotencyKey, clock.instant()), items);
    }

    /** What all items of one call share. */
    private record Call<T>(
            Sender sender, Wire wire, Receiver<T> receiver, Optional<String> idempotencyKey, Instant now) {
        Optional<Claim> keyClaim(int n, Item<T> item) {
            return idempotencyKey.map(key -> new Claim(
                    "key|" + sender.login() + "|" + receiver.kind() + "|" + key + "|" + n, Sha256.hex(item.raw())));
        }
    }

    /** Two calls with the same items in another order may deadlock; the database ends one, and it simply goes again. */
    static <T> T retried(java.util.function.Supplier<T> work) {
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

    private <T> List<Receipt> keepAll(Call<T> call, List<Item<T>> items) {
        List<Receipt> receipts = new ArrayList<>();
        for (int n = 0; n < items.size(); n++) {
            receipts.add(keep(call, call.keyClaim(n, items.get(n)), items.get(n)));
        }
        if (receipts.stream().anyMatch(receipt -> receipt.status() == Receipt.Status.RECEIVED)) {
            wakes.ring(BELL, call.receiver().kind().name());
        }
        return receipts;
    }

    private <T> Receipt keep(Call<T> call, Optional<Claim> keyClaim, Item<T> item) {
        return switch (item.reading()) {
            case Reading.Refused<T>(List<Refusal> refusals) -> refuse(call, item, refusals, List.of());
            case Reading.Understood<T>(T said, String hash) -> {
                Statement statement = call.receiver().statement(call.sender(), said, hash);
                List<Refusal> wrong = keyClaim.filter(store::clashes).isPresent()
                        ? List.of(Words.keyReused())
                        : call.receiver().check(call.sender(), said);
                yield wrong.isEmpty()
                        ? take(call, keyClaim, item, statement)
                        : refuse(call, item, wrong, statement.keys());
            }
        };
    }

    private <T> Receipt take(Call<T> call, Optional<Claim> keyClaim, Item<T> item, Statement statement) {
        String id = ids.next();
        Claims outcome = wall.unless(
                claims -> !(claims instanceof Claims.Fresh), () -> claimed(call.sender(), keyClaim, statement, id));
        return switch (outcome) {
            case Claims.Fresh() -> kept(id, call, item, statement);
            case Claims.Repeat(String first) -> repeated(call.sender(), keyClaim, first);
            case Claims.Clash(Claim claim, String first) ->
                refuse(call, item, List.of(clash(keyClaim, claim, first)), statement.keys());
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

    private <T> Receipt kept(String id, Call<T> call, Item<T> item, Statement statement) {
        write(id, call, item, statement.keys(), false);
        return new Receipt(id, Receipt.Status.RECEIVED, List.of());
    }

    private <T> Receipt refuse(Call<T> call, Item<T> item, List<Refusal> refusals, List<BusinessKey> keys) {
        String id = ids.next();
        write(id, call, item, keys, true);
        store.refusals(id, refusals);
        return new Receipt(id, Receipt.Status.REFUSED, refusals);
    }

    private <T> void write(String id, Call<T> call, Item<T> item, List<BusinessKey> keys, boolean refused) {
        store.keep(new JournalStore.NewMessage(
                id,
                call.receiver().kind(),
                call.wire().name(),
                item.format(),
                call.sender(),
                null,
                call.now(),
                Sha256.hex(item.raw()),
                item.raw().length,
                !refused,
                refused,
                null,
                backoff.tries()));
        store.keepBytes(JournalStore.dayOf(call.now()), id, 0, item.raw());
        store.keys(id, keys);
    }
}
