package org.tongqu.hub.console.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.people.PeoplePages;
import org.tongqu.hub.platform.Slice;

/** 组织与人员页. */
record PeopleList(
        PeoplePages.Sought sought, @Nullable String after, Slice<PeoplePages.Person> found, PeoplePages.Counts counts) {
    static final List<String> ROLES =
            Stream.of(Sender.Role.values()).map(Sender.Role::name).toList();
    static final List<String> REGIONS = List.of("NE", "N", "E", "CS", "SW", "NW");
    static final List<String> STATES = List.of("on", "off");

    public List<String> roles() {
        return ROLES;
    }

    public List<String> regions() {
        return REGIONS;
    }

    public @Nullable String state() {
        Boolean active = sought.active();
        return active == null ? null : active ? "on" : "off";
    }

    public boolean filtered() {
        return !sought.equals(new PeoplePages.Sought(null, null, null, null));
    }

    public String further(@Nullable String next) {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("q", sought.word());
        all.put("role", sought.role());
        all.put("region", sought.region());
        all.put("state", state());
        all.put("after", next);
        all.values().removeIf(Objects::isNull);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/people");
        all.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().build(all).toString();
    }
}
