package org.tongqu.hub.customers;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.hub.people.People;

/** Where a customer is, as far as what was said tells it. */
@Component
class Places {
    private final People people;

    Places(People people) {
        this.people = people;
    }

    Optional<String> province(@Nullable String said) {
        return people.fullProvince(said);
    }

    /** The province's region; else that of whoever speaks for a region of its own. */
    @Nullable
    String region(@Nullable String province, @Nullable String fallback) {
        return people.regionOfProvince(province).orElse(fallback);
    }
}
