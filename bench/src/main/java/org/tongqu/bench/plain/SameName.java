package org.tongqu.bench.plain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a hash join does: a record is the customer of the first record with the very same name, with or without the province. */
final class SameName implements Linker {
    private final boolean withProvince;

    SameName(boolean withProvince) {
        this.withProvince = withProvince;
    }

    @Override
    public List<Link> links(List<Firm> firms, double atLeast) {
        Map<String, String> first = new HashMap<>();
        List<Link> links = new ArrayList<>();
        for (Firm firm : firms) {
            String known = first.putIfAbsent(key(firm), firm.id());
            if (known != null && !firm.value("name").isEmpty()) {
                links.add(new Link(known, firm.id(), 1));
            }
        }
        return links;
    }

    private String key(Firm firm) {
        return firm.value("name") + (withProvince ? "|" + firm.value("province") : "");
    }
}
