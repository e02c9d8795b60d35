package org.tongqu.hub.console.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongqu.hub.platform.Neighbours;

/**
 * 上一条、下一条: the list a record was opened from, and the way on in it. The list is in the record's own address ({@code in}), so that it can be
 * sent to somebody and survives a reload.
 *
 * @param list address of the list as it was left
 */
record Beside(String list, @Nullable String newer, @Nullable String older) {
    /** Where the list was left is no part of its filters. */
    private static final int LONGEST = 1200;

    /** The list asked for, where it is this one and no other address. */
    static @Nullable String list(@Nullable String in, String path) {
        boolean meant = in != null
                && in.length() <= LONGEST
                && (in.equals(path) || in.startsWith(path + "?"))
                && in.chars().noneMatch(Character::isISOControl);
        return meant ? in : null;
    }

    /** One filter of a list's address, decoded. */
    static UnaryOperator<@Nullable String> filtersOf(String list) {
        MultiValueMap<String, String> query =
                UriComponentsBuilder.fromUriString(list).build().getQueryParams();
        return name -> decoded(query.getOrDefault(name, List.of()));
    }

    private static @Nullable String decoded(List<@Nullable String> values) {
        String first = values.isEmpty() ? null : values.getFirst();
        return first == null ? null : Query.plain(first);
    }

    static Beside of(String list, String path, Neighbours neighbours) {
        return new Beside(list, opening(path, neighbours.newer(), list), opening(path, neighbours.older(), list));
    }

    private static @Nullable String opening(String path, @Nullable String id, String list) {
        return id == null ? null : path + "/" + id + "?in=" + URLEncoder.encode(list, StandardCharsets.UTF_8);
    }
}
