package org.tongqu.connectors.soap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.SharedSecrets;

/** Our service with a desk that remembers what reached it; the factory {@code factory-mt1} has the secret {@code demo}. */
final class Counter implements FactoryDesk, SharedSecrets, AutoCloseable {
    static final Sender FACTORY = new Sender("factory-mt1", Sender.Role.FACTORY, null, "factory-mt1");

    final List<Call> calls = new CopyOnWriteArrayList<>();
    final Set<String> nonces = new HashSet<>();

    @Nullable
    Reply reply = new Reply.Kept("M-1", "RECEIVED");

    private final FactoryService service = new FactoryService(this, this, Clock.systemUTC(), () -> "N-1");

    /** What a factory proved by HTTP hears. */
    String hears(String envelope) {
        return hears(envelope, FACTORY);
    }

    String hears(String envelope, @Nullable Sender proved) {
        return hears(new SoapCall(envelope.getBytes(UTF_8), null, null, proved));
    }

    String hears(SoapCall call) {
        SoapAnswer answer = service.answer(call);
        return answer.status() + " " + new String(answer.envelope(), UTF_8);
    }

    /** Breaks where it was told no reply. */
    @Override
    public Reply take(Call call) {
        calls.add(call);
        return Objects.requireNonNull(reply);
    }

    @Override
    public Optional<Holder> holder(String name) {
        return name.equals("factory-mt1") ? Optional.of(new Holder(FACTORY, "demo")) : Optional.empty();
    }

    @Override
    public synchronized boolean firstUse(String name, String nonce, Instant created) {
        return nonces.add(name + nonce);
    }

    @Override
    public void close() {
        service.close();
    }
}
