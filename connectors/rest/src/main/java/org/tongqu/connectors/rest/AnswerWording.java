package org.tongqu.connectors.rest;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.DemandWord;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Money;
import org.tongqu.connectors.canon.Reading;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Wording;

/** Reads a factory's answer to a demand: either a quote (报价) or a refusal (回绝), never both. */
public final class AnswerWording implements Wording<DemandWord> {
    @Override
    public MessageKind kind() {
        return MessageKind.DEMAND_ANSWER;
    }

    @Override
    public String format() {
        return Document.FORMAT;
    }

    @Override
    public Reading<DemandWord> read(byte[] raw) {
        return Document.read(raw, AnswerWording::answer);
    }

    private static @Nullable DemandWord answer(Fields said) {
        String demandId = said.required("demandId", field -> said.text(field, 64));
        OffsetDateTime at = said.required("at", said::time);
        if (said.said("quote") == said.said("refusal")) {
            said.refuse(new Refusal(
                    "",
                    "QUOTE_OR_REFUSAL",
                    "答复必须且只能有一项:quote(报价)或 refusal(回绝)",
                    "an answer holds exactly one of quote and refusal"));
        }
        Fields quote = said.object("quote");
        DemandWord quoted = quote == null ? null : quoted(quote, demandId, at);
        Fields refusal = said.object("refusal");
        return refusal == null ? quoted : refused(refusal, demandId, at);
    }

    private static @Nullable DemandWord quoted(Fields said, @Nullable String demandId, @Nullable OffsetDateTime at) {
        Money price = said.required("price", said::money);
        Integer days = said.required("leadTimeDays", field -> said.whole(field, 0, 10_000));
        var validUntil = said.date("validUntil");
        String note = said.text("note", 4_000);
        return demandId == null || at == null || price == null || days == null
                ? null
                : new DemandWord.Quoted(demandId, price, days, validUntil, note, at);
    }

    private static @Nullable DemandWord refused(Fields said, @Nullable String demandId, @Nullable OffsetDateTime at) {
        String reason = said.required("reason", field -> said.text(field, 4_000));
        return demandId == null || at == null || reason == null ? null : new DemandWord.Refused(demandId, reason, at);
    }
}
