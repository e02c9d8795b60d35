package org.tongqu.routes.in;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongqu.connectors.canon.Intake;
import org.tongqu.connectors.canon.Item;
import org.tongqu.connectors.canon.Reading;
import org.tongqu.connectors.canon.Receipt;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Wire;
import org.tongqu.connectors.canon.Wording;
import org.tongqu.connectors.rest.AcknowledgementWording;
import org.tongqu.connectors.rest.AnswerWording;
import org.tongqu.connectors.rest.Body;
import org.tongqu.connectors.rest.ItemReader;
import org.tongqu.connectors.rest.OrderWording;
import org.tongqu.connectors.rest.VisitWording;
import org.tongqu.routes.Answers;

/** The kinds of letters that are messages for the journal: the same words as over REST, read by the same readers. */
public final class Letters {
    private final Intake intake;

    private Letters(Intake intake) {
        this.intake = intake;
    }

    /** By the word that stands in the letter's {@code kind}. */
    public static Map<String, LetterHandler> handlers(Intake intake) {
        Letters letters = new Letters(intake);
        return Map.of(
                "VISIT", letters.read(new VisitWording()),
                "ORDER", letters.read(new OrderWording()),
                "ACKNOWLEDGEMENT", letters.read(new AcknowledgementWording()),
                "ANSWER", letters.read(new AnswerWording()));
    }

    private <T> LetterHandler read(Wording<T> wording) {
        return (body, sender) -> {
            try {
                return Answers.receipts(keep(body, sender, wording)).body();
            } catch (Intake.NotAllowed no) {
                return Answers.notAllowed(no).body();
            }
        };
    }

    private <T> List<Receipt> keep(byte[] body, Sender sender, Wording<T> wording) {
        List<Item<T>> items = switch (ItemReader.read(body, wording.format(), wording)) {
            case Body.Items<T>(List<Item<T>> read) -> read;
            case Body.Unreadable<T>(Refusal refusal) -> List.of(whole(body, wording.format(), refusal));
        };
        return intake.receive(sender, Wire.JMS, wording.kind(), Optional.empty(), items);
    }

    /** A caller by REST still has what could not be read; a letter is gone from its queue, so even this is kept. */
    private static <T> Item<T> whole(byte[] body, String format, Refusal refusal) {
        return new Item<>(body, format, new Reading.Refused<>(List.of(refusal)));
    }
}
