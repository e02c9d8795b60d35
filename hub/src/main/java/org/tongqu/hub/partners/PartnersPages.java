package org.tongqu.hub.partners;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.partners.ZoneCut.Zone;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;

/** Partners with all that is settled about them, as far as the asker may see them. */
@Component
public final class PartnersPages {
    private final PartnerStore partners;
    private final ProfileStore profiles;
    private final ZoneStore zones;
    private final Wall wall;
    private final Clock clock;

    PartnersPages(PartnerStore partners, ProfileStore profiles, ZoneStore zones, Wall wall, Clock clock) {
        this.partners = partners;
        this.profiles = profiles;
        this.zones = zones;
        this.wall = wall;
        this.clock = clock;
    }

    /** @param kind AGENT, FACTORY or BRANCH; absent for all */
    public Slice<Partner> list(Sender sender, @Nullable String kind, Window window) {
        return wall.read(Scope.of(sender), () -> {
            Slice<PartnerStore.Head> page = Slice.of(partners.heads(kind, window), window, PartnerStore.Head::code);
            return new Slice<>(settled(page.items()), page.next());
        });
    }

    public Optional<Partner> one(Sender sender, String code) {
        return wall.read(
                Scope.of(sender), () -> settled(partners.head(code)).stream().findFirst());
    }

    public Optional<Profile> profile(Sender sender, String code) {
        return wall.read(Scope.of(sender), () -> profiles.speaking(code));
    }

    /** Every cut the factory ever had, newest first. */
    public List<Cut> cuts(Sender sender, String code) {
        return wall.read(Scope.of(sender), () -> zones.speaking(List.of(code)));
    }

    private List<Partner> settled(List<PartnerStore.Head> heads) {
        List<String> codes = heads.stream().map(PartnerStore.Head::code).toList();
        Map<String, Profile> profileOf =
                profiles.speaking(codes).stream().collect(Collectors.toMap(Profile::partner, Function.identity()));
        LocalDate today = LocalDate.ofInstant(clock.instant(), Columns.HOUSE_ZONE);
        Map<String, Cut> cutOf = zones.speaking(codes).stream()
                .filter(cut -> !cut.validFrom().isAfter(today))
                .collect(Collectors.toMap(Cut::partner, Function.identity(), (newer, older) -> newer));
        return heads.stream()
                .map(head -> head.partner(profileOf.get(head.code()), cutOf.get(head.code())))
                .toList();
    }

    /**
     * A partner as told.
     *
     * @param wire REST, SOAP or JMS, by which the hub reaches it; absent where it fetches or sends by itself
     * @param profile of a factory that has one
     * @param zones the cut in force today
     */
    public record Partner(
            String code,
            String kind,
            String name,
            @Nullable String region,
            boolean active,
            @Nullable String wire,
            @Nullable Profile profile,
            @Nullable Cut zones) {}

    /** The profile that speaks, and since when. */
    public record Profile(
            @JsonIgnore String partner,
            int version,
            @JsonUnwrapped FactoryProfile profile,
            OffsetDateTime changedAt,
            String changedBy) {}

    /**
     * One cut of the country.
     *
     * @param revision how often it was put for that day; the last counts
     */
    public record Cut(
            @JsonIgnore String partner,
            LocalDate validFrom,
            int revision,
            List<Zone> zones,
            OffsetDateTime changedAt,
            String changedBy) {
        public Cut {
            zones = List.copyOf(zones);
        }
    }
}
