package org.tongqu.hub.matching;

import static org.tongqu.hub.matching.Evidence.*;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.tongqu.hub.matching.Matching.Relation;

/** What two records of different firms have to do with one another, from the evidence between them. */
final class Relations {
    private static final Set<Evidence> ONE_BRAND =
            EnumSet.of(BRAND_SAME_RARE, BRAND_SAME, BRAND_SAME_COMMON, BRAND_PINYIN, SHORT_FITS);
    private static final Set<Evidence> ONE_PLACE = EnumSet.of(REGION_SAME, PLACE_CITY, PLACE_DISTRICT);
    private static final Set<Evidence> ELSEWHERE = EnumSet.of(PLACE_OTHER, PLACE_OTHER_CITY, AREA_OTHER, REGION_OTHER);
    private static final Set<Evidence> BRANCHES = EnumSet.of(BRANCH_ONE, BRANCH_ONE_THERE, BRANCH_OTHER);

    private Relations() {}

    static Optional<Relation> of(Set<Evidence> found) {
        boolean oneBrand = !Collections.disjoint(found, ONE_BRAND);
        boolean oneHouse = found.contains(BRAND_NONE) && !Collections.disjoint(found, ONE_PLACE);
        if (found.contains(TRADE_OTHER) || !(oneBrand || oneHouse)) {
            return Optional.empty();
        }
        if (oneBrand && !Collections.disjoint(found, BRANCHES)) {
            return Optional.of(Relation.BRANCH);
        }
        if (found.contains(ORDINAL_OTHER)) {
            return Optional.of(Relation.SISTER_WORKS);
        }
        if (oneBrand && (found.contains(GROUP_ONE) || found.contains(GROUP_MAYBE))) {
            return Optional.of(Relation.GROUP);
        }
        boolean namesake = oneBrand && found.contains(TRADE_SAME) && !Collections.disjoint(found, ELSEWHERE);
        return namesake ? Optional.of(Relation.SAME_NAME_ELSEWHERE) : Optional.empty();
    }
}
