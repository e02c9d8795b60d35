package org.tongqu.hub.demand;

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

/** 签收: a factory says it has the demand; said twice it changes nothing. */
@Component
class AcknowledgementReceiver implements Receiver<DemandWord.Acknowledged> {
    private final DemandStore store;
    private final FactoryWords words;
    private final Needs needs;
    private final Effects effects;

    AcknowledgementReceiver(DemandStore store, FactoryWords words, Needs needs, Effects effects) {
        this.store = store;
        this.words = words;
        this.needs = needs;
        this.effects = effects;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.DEMAND_ACKNOWLEDGEMENT;
    }

    @Override
    public boolean allows(Sender.Role role) {
        return words.allows(role);
    }

    @Override
    public List<Refusal> check(Sender sender, DemandWord.Acknowledged said) {
        return words.check(sender, said);
    }

    @Override
    public Statement statement(Sender sender, DemandWord.Acknowledged said, String contentHash) {
        String key = "acknowledged|" + sender.partner() + "|" + said.demandId() + "|"
                + said.at().toInstant();
        return new Statement(List.of(new Claim(key, contentHash)), FactoryWords.keys(said));
    }

    @Override
    public Taking take(Arrival arrival, DemandWord.Acknowledged said) {
        List<Refusal> wrong = words.check(arrival.sender(), said);
        if (!wrong.isEmpty()) {
            return new Taking.Refused(wrong);
        }
        store.lockFactoryOf(said.demandId());
        boolean first = effects.first(
                "acknowledged|" + said.demandId(), arrival.messageId(), "demand", "acknowledgement", said.demandId());
        store.word(said, "ACKNOWLEDGED", said.at(), first, arrival);
        if (first) {
            store.acknowledged(said, arrival.receivedAt());
            store.hop(said.demandId(), Station.ACKNOWLEDGED, arrival.receivedAt(), arrival.messageId());
            needs.move(said.demandId(), Needs.PartState.ACKNOWLEDGED);
        }
        return Taking.TAKEN;
    }
}
