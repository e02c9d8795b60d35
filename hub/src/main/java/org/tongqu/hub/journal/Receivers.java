package org.tongqu.hub.journal;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Wording;

/** Who answers for which kind, and who reads it from which format; looked up late, as receivers live on higher floors, each once. */
@Component
class Receivers {
    private final ObjectProvider<Receiver<?>> receivers;
    private final ObjectProvider<Wording<?>> wordings;
    private final ObjectProvider<RowReceiver> rowReceivers;
    private final Map<MessageKind, Receiver<?>> receiverOf = new ConcurrentHashMap<>();
    private final Map<String, Wording<?>> wordingOf = new ConcurrentHashMap<>();
    private final Map<MessageKind, RowReceiver> rowsOf = new ConcurrentHashMap<>();
    private final ObjectProvider<BiteReceiver> biteReceivers;
    private final Map<MessageKind, BiteReceiver> bitesOf = new ConcurrentHashMap<>();

    Receivers(
            ObjectProvider<Receiver<?>> receivers,
            ObjectProvider<Wording<?>> wordings,
            ObjectProvider<RowReceiver> rowReceivers,
            ObjectProvider<BiteReceiver> biteReceivers) {
        this.receivers = receivers;
        this.wordings = wordings;
        this.rowReceivers = rowReceivers;
        this.biteReceivers = biteReceivers;
    }

    @SuppressWarnings("unchecked")
    <T> Receiver<T> of(MessageKind kind) {
        return (Receiver<T>) receiverOf.computeIfAbsent(kind, asked -> only(receivers, Receiver::kind, asked));
    }

    @SuppressWarnings("unchecked")
    <T> Wording<T> wording(MessageKind kind, String format) {
        return (Wording<T>) wordingOf.computeIfAbsent(
                name(kind, format), asked -> only(wordings, wording -> name(wording.kind(), wording.format()), asked));
    }

    RowReceiver rows(MessageKind kind) {
        return rowsOf.computeIfAbsent(kind, asked -> only(rowReceivers, RowReceiver::kind, asked));
    }

    BiteReceiver bites(MessageKind kind) {
        return bitesOf.computeIfAbsent(kind, asked -> only(biteReceivers, BiteReceiver::kind, asked));
    }

    private static String name(MessageKind kind, String format) {
        return kind + " from " + format;
    }

    private static <K, R> R only(ObjectProvider<R> all, Function<R, K> key, K asked) {
        return Objects.requireNonNull(
                all.stream().collect(Collectors.toMap(key, Function.identity())).get(asked),
                () -> "nobody answers for " + asked);
    }
}
