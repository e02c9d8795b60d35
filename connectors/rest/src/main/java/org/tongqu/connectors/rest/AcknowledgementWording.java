package org.tongqu.connectors.rest;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.DemandWord.Acknowledged;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Reading;
import org.tongqu.connectors.canon.Wording;

/** Reads 签收, a factory's word that it has a demand: {@code {"demandId","factoryRef","at"}}. */
public final class AcknowledgementWording implements Wording<Acknowledged> {
    @Override
    public MessageKind kind() {
        return MessageKind.DEMAND_ACKNOWLEDGEMENT;
    }

    @Override
    public String format() {
        return Document.FORMAT;
    }

    @Override
    public Reading<Acknowledged> read(byte[] raw) {
        return Document.read(raw, AcknowledgementWording::acknowledged);
    }

    private static @Nullable Acknowledged acknowledged(Fields said) {
        String demandId = said.required("demandId", field -> said.text(field, 64));
        String factoryRef = said.label("factoryRef", 200);
        OffsetDateTime at = said.required("at", said::time);
        return demandId == null || at == null ? null : new Acknowledged(demandId, factoryRef, at);
    }
}
