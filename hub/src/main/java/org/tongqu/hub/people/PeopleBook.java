package org.tongqu.hub.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Reads people and provinces; provinces are reference data that only a migration changes, so they are read once. */
@Service
class PeopleBook implements People {
    private final PeopleStore store;
    private final Wall wall;
    private final AtomicReference<@Nullable Map<String, PeopleStore.Province>> provinces = new AtomicReference<>();

    PeopleBook(PeopleStore store, Wall wall) {
        this.store = store;
        this.wall = wall;
    }

    @Override
    public Optional<User> find(String login) {
        return store.user(login);
    }

    @Override
    public Optional<String> regionOfProvince(@Nullable String province) {
        return province(province).map(PeopleStore.Province::region);
    }

    @Override
    public Optional<String> fullProvince(@Nullable String province) {
        return province(province).map(PeopleStore.Province::name);
    }

    @Override
    public List<Region> regions() {
        return wall.read(Scope.WORKER, store::regions);
    }

    private Optional<PeopleStore.Province> province(@Nullable String name) {
        return name == null ? Optional.empty() : Optional.ofNullable(known().get(name.strip()));
    }

    private Map<String, PeopleStore.Province> known() {
        Map<String, PeopleStore.Province> known = provinces.get();
        if (known == null) {
            known = store.provinces();
            provinces.set(known);
        }
        return known;
    }
}
