package org.tongqu.hub.partners;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongqu.connectors.canon.Directory;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wakes;
import org.tongqu.hub.platform.Wall;

/** Partners as rooms and routes ask for them; a change in any hub rings, and every hub's routes look again. */
@Service
class PartnerBook implements Partners, Directory {
    static final String BELL = "partners";

    private final PartnerStore store;
    private final ZoneStore zones;
    private final Seal seal;
    private final Wall wall;
    private final List<Runnable> lookers = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable Map<String, ProductClass>> classes = new AtomicReference<>();

    PartnerBook(PartnerStore store, ZoneStore zones, Seal seal, Wall wall, Wakes wakes) {
        this.store = store;
        this.zones = zones;
        this.seal = seal;
        this.wall = wall;
        wakes.on(BELL, code -> lookers.forEach(Runnable::run));
    }

    @Override
    public Optional<Partners.Partner> find(String code) {
        return store.partner(code);
    }

    @Override
    public Optional<String> kindOf(String code) {
        return store.kindOf(code);
    }

    @Override
    public List<Partners.Partner> all() {
        return store.all();
    }

    @Override
    public Optional<Sender> senderOfKey(String apiKey) {
        return wall.read(
                Scope.WORKER, () -> store.partnerOfKey(ApiKeys.hash(apiKey)).map(PartnerBook::sender));
    }

    @Override
    public Sender folderSender(String code) {
        return store.partner(code)
                .map(PartnerBook::sender)
                .orElseThrow(() -> new IllegalStateException("no partner " + code));
    }

    private static Sender sender(Partners.Partner partner) {
        return new Sender(
                partner.code(), Sender.Role.valueOf(speaksAs(partner.kind())), partner.region(), partner.code());
    }

    /** A cooperating firm is reached and answers as a factory does; what differs is what it may be asked and see. */
    private static String speaksAs(String kind) {
        return kind.equals(COOPERATOR) ? "FACTORY" : kind;
    }

    @Override
    public Optional<ZoneCut> cutOf(String factory, LocalDate day) {
        return zones.on(factory, day);
    }

    @Override
    public boolean knowsClass(String productClass) {
        return known().containsKey(productClass);
    }

    @Override
    public List<String> classAndAncestors(String productClass) {
        List<String> line = new ArrayList<>();
        for (ProductClass each = known().get(productClass); each != null; each = parent(each)) {
            line.add(each.code());
        }
        return line;
    }

    private @Nullable ProductClass parent(ProductClass child) {
        return child.parent() == null ? null : known().get(child.parent());
    }

    @Override
    public List<ProductClass> classes() {
        return known().values().stream()
                .sorted(java.util.Comparator.comparing(ProductClass::code))
                .toList();
    }

    private Map<String, ProductClass> known() {
        Map<String, ProductClass> known = classes.get();
        if (known == null) {
            known = wall.read(wallScope(), store::classes).stream()
                    .collect(Collectors.toUnmodifiableMap(ProductClass::code, Function.identity()));
            classes.set(known);
        }
        return known;
    }

    /** Classes are the same for everybody, so they may be read in whatever scope is at hand. */
    private Scope wallScope() {
        return wall.scopeOr(Scope.WORKER);
    }

    @Override
    public List<Directory.Partner> partners() {
        return wall.read(Scope.WORKER, () -> {
            Map<String, SealedEndpoint> endpoints = store.endpoints();
            return store.all().stream()
                    .filter(Partners.Partner::active)
                    .map(partner -> reached(partner, endpoints.get(partner.code())))
                    .toList();
        });
    }

    private Directory.Partner reached(Partners.Partner partner, @Nullable SealedEndpoint stored) {
        return new Directory.Partner(
                partner.code(),
                Directory.Kind.valueOf(speaksAs(partner.kind())),
                stored == null ? null : stored.open(seal));
    }

    @Override
    public void onChange(Runnable look) {
        lookers.add(look);
    }
}
