package org.tongqu.hub.journal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Wording;

/** Who answers for which kind, and who reads it from which format; looked up late, as receivers live on higher floors. */
@Component
class Receivers {
    private final ObjectProvider<Receiver<?>> receivers;
    private final ObjectProvider<Wording<?>> wordings;
    private final ObjectProvider<RowReceiver> rowReceivers;

    Receivers(
            ObjectProvider<Receiver<?>> receivers,
            ObjectProvider<Wording<?>> wordings,
            ObjectProvider<RowReceiver> rowReceivers) {
        this.receivers = receivers;
        this.wordings = wordings;
        this.rowReceivers = rowReceivers;
    }

    @SuppressWarnings("unchecked")
    <T> Receiver<T> of(MessageKind kind) {
        return (Receiver<T>) Objects.requireNonNull(
                byKind(receivers.stream().toList(), Receiver::kind).get(kind), kind.name());
    }

    @SuppressWarnings("unchecked")
    <T> Wording<T> wording(MessageKind kind, String format) {
        return (Wording<T>) wordings.stream()
                .filter(wording -> wording.kind() == kind && wording.format().equals(format))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody reads " + kind + " from " + format));
    }

    RowReceiver rows(MessageKind kind) {
        return Objects.requireNonNull(
                byKind(rowReceivers.stream().toList(), RowReceiver::kind).get(kind), kind.name());
    }

    private static <R> Map<MessageKind, R> byKind(List<R> all, Function<R, MessageKind> kind) {
        return all.stream().collect(Collectors.toMap(kind, Function.identity()));
    }
}
