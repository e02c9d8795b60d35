package org.tongqu.hub.support;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Agents whom a person supports: the desk all, a region those registered in it. Partners' rows are read by the hub, so ask outside any scope. */
@Component
class Dealers {
    private final Partners partners;
    private final Wall wall;

    Dealers(Partners partners, Wall wall) {
        this.partners = partners;
        this.wall = wall;
    }

    /** By name. */
    List<Partners.Partner> of(Sender reader) {
        boolean everywhere = Scope.of(reader).kind() == Scope.Kind.HQ;
        return wall.read(Scope.WORKER, partners::all).stream()
                .filter(each -> each.kind().equals("AGENT"))
                .filter(each -> everywhere
                        || (reader.region() != null && reader.region().equals(each.region())))
                .sorted(Comparator.comparing(Partners.Partner::name))
                .toList();
    }

    /** To a region there is no agent but its own. */
    Partners.Partner required(Sender reader, String code) {
        return of(reader).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.notFound().said());
    }
}
