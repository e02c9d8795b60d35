package org.tongqu.hub.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongqu.hub.matching.Matching.Near;

/** What a record that nobody kept is near to. It is weighed as an arriving one is, and leaves nothing behind. */
@Component
class Nearest {
    /** Kept records are numbered from 1. */
    private static final long ASKED = 0;

    private static final int MOST = 50;
    /** From here up to {@link #SAME} a person should look. */
    private static final double PERHAPS = -1.5;

    private static final double SAME = 0;
    private static final Set<Evidence> TELEPHONES = EnumSet.of(Evidence.MOBILE_SAME, Evidence.LANDLINE_SAME);

    private final Neighbourhood neighbourhood;

    Nearest(Neighbourhood neighbourhood) {
        this.neighbourhood = neighbourhood;
    }

    Optional<List<Near>> of(Said asked) {
        if (Keys.of(asked).isEmpty()) {
            return Optional.empty();
        }
        Map<Long, Said> wanted = Map.of(ASKED, asked);
        List<long[]> pairs = neighbourhood.candidates(wanted);
        Neighbourhood.Weighed all = neighbourhood.weighed(wanted, pairs);
        List<Near> near = new ArrayList<>();
        for (long[] pair : pairs) {
            Said other = all.records().get(pair[1]);
            if (other != null) {
                weigh(asked, other, all.weighing()).ifPresent(near::add);
            }
        }
        near.sort(Comparator.comparing(Near::same)
                .thenComparingDouble(each -> each.link().score())
                .reversed()
                .thenComparing(Near::record));
        return Optional.of(List.copyOf(near.subList(0, Math.min(MOST, near.size()))));
    }

    private static Optional<Near> weigh(Said asked, Said other, Weighing weighing) {
        if (asked.names().isEmpty()) {
            return weighing.evidence(asked, other).stream().anyMatch(TELEPHONES::contains)
                    ? Optional.of(new Near(weighing.link(asked, other), false))
                    : Optional.empty();
        }
        Matching.Link link = weighing.link(asked, other);
        return link.score() > PERHAPS ? Optional.of(new Near(link, link.score() > SAME)) : Optional.empty();
    }
}
