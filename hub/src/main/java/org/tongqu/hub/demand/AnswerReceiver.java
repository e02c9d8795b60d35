package org.tongqu.hub.demand;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.DemandWord;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.journal.Arrival;
import org.tongqu.hub.journal.Claim;
import org.tongqu.hub.journal.Effects;
import org.tongqu.hub.journal.Receiver;
import org.tongqu.hub.journal.Statement;
import org.tongqu.hub.journal.Taking;
import org.tongqu.hub.needs.Needs;

/** 报价或回绝: the answer said last speaks, by the factory's own clock; an older one that arrives late is kept and changes nothing. */
@Component
class AnswerReceiver implements Receiver<DemandWord> {
    private final DemandStore store;
    private final FactoryWords words;
    private final Needs needs;
    private final Effects effects;
    private final Reoffering reoffering;

    AnswerReceiver(DemandStore store, FactoryWords words, Needs needs, Effects effects, Reoffering reoffering) {
        this.store = store;
        this.words = words;
        this.needs = needs;
        this.effects = effects;
        this.reoffering = reoffering;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.DEMAND_ANSWER;
    }

    @Override
    public boolean allows(Sender.Role role) {
        return words.allows(role);
    }

    @Override
    public List<Refusal> check(Sender sender, DemandWord said) {
        return words.check(sender, said);
    }

    @Override
    public Statement statement(Sender sender, DemandWord said, String contentHash) {
        String key = "answer|" + sender.partner() + "|" + said.demandId() + "|"
                + saidAt(said).toInstant();
        return new Statement(List.of(new Claim(key, contentHash)), FactoryWords.keys(said));
    }

    @Override
    public Taking take(Arrival arrival, DemandWord said) {
        List<Refusal> wrong = words.check(arrival.sender(), said);
        if (!wrong.isEmpty()) {
            return new Taking.Refused(wrong);
        }
        if (said instanceof DemandWord.Refused) {
            reoffering.hold(said.demandId());
        }
        store.lockFactoryOf(said.demandId());
        store.needOf(said.demandId()).ifPresent(needs::hold);
        boolean speaks = !store.answeredSince(said.demandId(), saidAt(said));
        store.word(said, said instanceof DemandWord.Quoted ? "QUOTED" : "REFUSED", saidAt(said), speaks, arrival);
        if (speaks) {
            answer(arrival, said);
        }
        return Taking.TAKEN;
    }

    private void answer(Arrival arrival, DemandWord said) {
        Instant at = arrival.receivedAt();
        effects.first("answer|" + arrival.messageId(), arrival.messageId(), "demand", "answer", said.demandId());
        switch (said) {
            case DemandWord.Quoted quoted -> {
                store.quoted(quoted, at);
                moved(arrival, said, Station.QUOTED, Needs.PartState.QUOTED);
                reoffering.quoted(said.demandId());
            }
            case DemandWord.Refused refused -> {
                store.refused(refused, at);
                moved(arrival, said, Station.REFUSED, Needs.PartState.REFUSED);
                reoffering.refused(said.demandId(), arrival.messageId());
            }
            case DemandWord.Asked asked -> throw new IllegalArgumentException("a question is no answer");
            case DemandWord.Acknowledged word -> throw new IllegalArgumentException("an acknowledgement is no answer");
        }
    }

    private void moved(Arrival arrival, DemandWord said, Station station, Needs.PartState state) {
        store.hop(said.demandId(), station, arrival.receivedAt(), arrival.messageId());
        needs.move(said.demandId(), state);
    }

    private static OffsetDateTime saidAt(DemandWord said) {
        return switch (said) {
            case DemandWord.Quoted quoted -> quoted.at();
            case DemandWord.Refused refused -> refused.at();
            case DemandWord.Acknowledged word -> word.at();
            case DemandWord.Asked asked -> asked.askedAt();
        };
    }
}
