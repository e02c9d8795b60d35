package org.tongqu.hub.demand;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.tongqu.connectors.canon.DemandWord;
import org.tongqu.connectors.canon.Intake;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.OpenDemands;
import org.tongqu.connectors.canon.Parcel;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Wire;
import org.tongqu.hub.journal.Stated;
import org.tongqu.hub.platform.Outgoing;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 取回: a factory that can only call out fetches its demands; each is given until the factory says a word on it. */
@Service
class Fetching implements OpenDemands {
    /** What ends the giving, as soon as it is kept: its effect may follow a moment later. */
    private static final Set<MessageKind> WORDS = Set.of(MessageKind.DEMAND_ACKNOWLEDGEMENT, MessageKind.DEMAND_ANSWER);

    private final DemandStore store;
    private final Stated stated;
    private final FactoryWords words;
    private final Outgoing outgoing;
    private final Wall wall;

    Fetching(DemandStore store, Stated stated, FactoryWords words, Outgoing outgoing, Wall wall) {
        this.store = store;
        this.stated = stated;
        this.words = words;
        this.outgoing = outgoing;
        this.wall = wall;
    }

    @Override
    public List<DemandWord.Asked> fetch(Sender sender, Wire wire, int max) {
        String factory = sender.partner();
        if (!words.allows(sender.role()) || factory == null) {
            throw new Intake.NotAllowed(notAllowed(sender));
        }
        return wall.within(Scope.WORKER, () -> handOver(factory, wire, max));
    }

    private List<DemandWord.Asked> handOver(String factory, Wire wire, int max) {
        List<String> open = store.open(factory, max);
        Set<String> answered = stated.among(FactoryWords.KEY, open, WORDS);
        List<String> keys = open.stream()
                .filter(demand -> !answered.contains(demand))
                .map(Asking::effectKey)
                .toList();
        return outgoing.handOver(factory, keys, wire).stream()
                .map(Fetching::asked)
                .toList();
    }

    private static DemandWord.Asked asked(Parcel parcel) {
        return switch (parcel.load()) {
            case Parcel.Load.Demand(DemandWord.Asked asked) -> asked;
            case Parcel.Load.FileDone done -> throw new IllegalStateException("no demand: " + parcel.id());
        };
    }

    private static Refusal notAllowed(Sender sender) {
        return new Refusal(
                "",
                "NOT_ALLOWED",
                "角色 " + sender.role() + " 无权取回询厂；只有工厂可以。",
                "Role " + sender.role() + " may not fetch demands; only a factory may.");
    }
}
