package org.tongqu.hub.console.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.hub.journal.ParkedBook;
import org.tongqu.hub.platform.Asked;

/** What an address asks of the parked list; bound from its parameters, checked when it is used. */
record ParkedFilter(
        @Nullable String state,
        @Nullable String direction,
        @Nullable String fault,
        @Nullable String kind,
        @Nullable String partner,
        @Nullable String key) {
    static final List<String> FAULTS = List.of("SENDER", "PARTNER", "HUB");
    static final List<String> DIRECTIONS = List.of("IN", "OUT");
    static final List<String> KINDS = Stream.concat(
                    Stream.of(MessageKind.values()).map(MessageKind::name), Stream.of("DEMAND", "FILE_DONE"))
            .toList();

    public ParkedBook.Sought sought() {
        String one = Asked.oneOf("state", state, ParkedBook.STATES);
        return new ParkedBook.Sought(
                one == null ? "PARKED" : one,
                Asked.oneOf("direction", direction, DIRECTIONS),
                Asked.oneOf("fault", fault, FAULTS),
                Asked.oneOf("kind", kind, KINDS),
                Asked.word("partner", partner),
                Asked.word("key", key));
    }

    /** What was really asked, by name; parked is what is meant where nothing is said. */
    public Map<String, String> said() {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("state", "PARKED".equals(state) ? null : Asked.word("state", state));
        all.put("direction", Asked.word("direction", direction));
        all.put("fault", Asked.word("fault", fault));
        all.put("kind", Asked.word("kind", kind));
        all.put("partner", Asked.word("partner", partner));
        all.put("key", Asked.word("key", key));
        Map<String, String> said = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (value != null) {
                said.put(name, Objects.requireNonNull(value));
            }
        });
        return said;
    }

    /** An address under this filter, with one thing more said where it is. */
    public String address(String path, String name, @Nullable String value) {
        Map<String, String> all = new LinkedHashMap<>(said());
        all.remove(name);
        if (value != null) {
            all.put(name, value);
        }
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        all.keySet().forEach(each -> address.queryParam(each, "{" + each + "}"));
        return address.encode().build(all).toString();
    }
}
