package org.tongqu.hub.keeping;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.Ids;

/** Gives a customer to the one whom a case is decided for, and back to whoever kept it where that is taken back. */
@Component
class Awards {
    private final KeeperStore keepers;
    private final Portfolios portfolios;
    private final Ids ids;
    private final ConflictTimes times;

    Awards(KeeperStore keepers, Portfolios portfolios, Ids ids, ConflictTimes times) {
        this.keepers = keepers;
        this.portfolios = portfolios;
        this.ids = ids;
        this.times = times;
    }

    void give(ConflictStore.Row row, People.User winner) {
        List<String> kin = portfolios.kin(row.about().customer());
        keepers.award(row.id(), kin, winner, ids, times.now());
    }

    /** The refusal, or nothing where all is as it was before. */
    Optional<Refusal> giveBack(ConflictStore.Row row) {
        if (keepers.movedOn(row.id())) {
            return Optional.of(new Refusal(
                    "",
                    "CONFLICT_MOVED_ON",
                    "判定之后客户又交接过，不能收回；请另办客户交接。",
                    "The customer was handed on since; make a handover instead of taking this back."));
        }
        keepers.giveBack(row.id(), ids, times.now());
        return Optional.empty();
    }

    void giveBackIfStanding(ConflictStore.Row row) {
        if (row.state() == Conflicts.State.DECIDED && !keepers.movedOn(row.id())) {
            keepers.giveBack(row.id(), ids, times.now());
        }
    }
}
