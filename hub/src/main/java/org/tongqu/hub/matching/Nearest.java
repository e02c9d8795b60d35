package org.tongqu.hub.matching;

import java.util.ArrayList;
import java.util.Collections;
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

    private static final Set<Evidence> BRANDS =
            EnumSet.of(Evidence.BRAND_SAME, Evidence.BRAND_SAME_RARE, Evidence.BRAND_SAME_COMMON, Evidence.SHORT_FITS);
    private static final double LITTLE = -1;

    private final Neighbourhood neighbourhood;

    Nearest(Neighbourhood neighbourhood) {
        this.neighbourhood = neighbourhood;
    }

    Optional<List<Near>> of(Said asked) {
        if (saysTooLittle(asked)) {
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

    /** Neither a telephone nor a name with a brand, a number or a place: 机床厂 is everybody. */
    private static boolean saysTooLittle(Said asked) {
        return Keys.of(asked).isEmpty()
                || (asked.numbers().isEmpty()
                        && asked.place().city().isEmpty()
                        && asked.names().stream().allMatch(Nearest::isTradeAlone));
    }

    private static boolean isTradeAlone(NameParts name) {
        return name.brand().isEmpty()
                && name.ordinal() == 0
                && name.region().isNowhere()
                && name.seat().isNowhere();
    }

    private static Optional<Near> weigh(Said asked, Said other, Weighing weighing) {
        if (asked.names().isEmpty()) {
            return weighing.evidence(asked, other).stream().anyMatch(TELEPHONES::contains)
                    ? Optional.of(new Near(weighing.link(asked, other), false))
                    : Optional.empty();
        }
        Matching.Link link = weighing.link(asked, other);
        return link.score() > PERHAPS || isBrandAlone(asked, other, weighing)
                ? Optional.of(new Near(link, link.score() > SAME))
                : Optional.empty();
    }

    /** Who types has not said all yet: the brand is the same, and hardly anything speaks against it. */
    private static boolean isBrandAlone(Said asked, Said other, Weighing weighing) {
        Set<Evidence> found = weighing.evidence(asked, other);
        double against = found.stream()
                .mapToDouble(weighing::weight)
                .filter(weight -> weight < 0)
                .sum();
        return !Collections.disjoint(found, BRANDS) && against > LITTLE;
    }
}
