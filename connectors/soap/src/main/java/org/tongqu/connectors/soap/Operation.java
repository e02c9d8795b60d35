package org.tongqu.connectors.soap;

import java.util.Arrays;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.MessageKind;

/** What a factory may call, by the element that stands in the body. */
public enum Operation {
    SUBMIT_ORDER("SubmitOrder", MessageKind.ORDER, "order"),
    REPORT_MILESTONE("ReportMilestone", MessageKind.ORDER, null),
    REPORT_SHIPMENT("ReportShipment", MessageKind.ORDER, null),
    REPORT_PAYMENT("ReportPayment", MessageKind.ORDER, null),
    ACKNOWLEDGE_DEMAND("AcknowledgeDemand", MessageKind.DEMAND_ACKNOWLEDGEMENT, "acknowledgement"),
    ANSWER_DEMAND("AnswerDemand", MessageKind.DEMAND_ANSWER, "answer"),
    FETCH_DEMANDS("FetchDemands", null, null);

    private final String name;
    private final @Nullable MessageKind kind;
    private final @Nullable String document;

    Operation(String name, @Nullable MessageKind kind, @Nullable String document) {
        this.name = name;
        this.kind = kind;
        this.document = document;
    }

    static Optional<Operation> of(QName payload) {
        return Arrays.stream(values())
                .filter(operation -> operation.payload().equals(payload))
                .findFirst();
    }

    QName payload() {
        return Contract.name(name);
    }

    QName response() {
        return Contract.name(name + "Response");
    }

    String action() {
        return Contract.NAMESPACE + "/" + name;
    }

    /** What kind of message the call brings; a fetch brings none. */
    public Optional<MessageKind> kind() {
        return Optional.ofNullable(kind);
    }

    /** The one element of the payload that is the document, where the payload itself is not. */
    Optional<String> document() {
        return Optional.ofNullable(document);
    }
}
