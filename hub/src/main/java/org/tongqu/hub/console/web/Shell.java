package org.tongqu.hub.console.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Sender;

/**
 * What stands around every page: who is signed in, where the page lies, how to change the look.
 *
 * @param name the person's own name, or the login where there is none
 * @param house the region or partner the person works for, or null
 * @param address path of the page
 * @param query the page's own filters, without the look's, ready to append; may be empty
 * @param theme light or dark, empty where the device decides
 * @param reminders how many of the person's reminders ask for attention today, with what it was told and has not seen
 * @param wishes further wishes of the look, by name
 */
record Shell(
        Sender sender,
        String name,
        @Nullable String house,
        String address,
        String query,
        String language,
        String theme,
        boolean demo,
        long reminders,
        Map<String, String> wishes) {
    private static final int SHORT_MENU = 14;
    private static final Set<Menu.Group> OPEN_AT_FIRST = Set.of(Menu.Group.NEEDS, Menu.Group.CUSTOMERS);

    /** What a wish of the look stands at, e.g. {@code keys} at {@code off}; null where nothing was wished. */
    public @Nullable String wish(String name) {
        return wishes.get(name);
    }

    /** This same page with the other of two wishes. */
    public String otherWish(String name, String one, String other) {
        return with(name, one.equals(wish(name)) ? other : one);
    }

    /** Every key this person can press, for the list of all. */
    public List<KeyHelp> keys() {
        return KeyHelp.of(menu());
    }

    /** How many wait behind an entry of the menu. */
    public long count(Menu entry) {
        return entry == Menu.REMINDERS ? reminders : 0;
    }

    /** All entries, as the menu has them. */
    public List<Menu> menu() {
        return groups().values().stream().flatMap(List::stream).toList();
    }

    /** Whether a group stands open: the one of this page always, the others as they were left; at first all of a short menu, and the first of a long one. */
    public boolean opens(Menu.Group group) {
        String left = wish(Look.MENU);
        boolean here = groups().getOrDefault(group, List.of()).stream().anyMatch(entry -> entry.holds(address));
        return here
                || (left == null
                        ? menu().size() <= SHORT_MENU || OPEN_AT_FIRST.contains(group)
                        : List.of(left.split("\\.")).contains(group.name()));
    }

    /** The menu by groups; a group of one needs no heading. */
    public Map<Menu.Group, List<Menu>> groups() {
        return Menu.grouped(sender.role());
    }

    public boolean offers(String entry) {
        return menu().contains(Menu.valueOf(entry));
    }

    /** Whether the tour can be walked: all of its five pages are on this person's menu. */
    public boolean tours() {
        return menu().containsAll(List.of(Menu.NEEDS, Menu.CUSTOMERS, Menu.REPORTS, Menu.NETWORK));
    }

    public boolean may(String... roles) {
        return List.of(roles).contains(sender.role().name());
    }

    /** First letter or character of the name. */
    public String face() {
        return name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }

    /** This same page in the other language. */
    public String otherLanguage() {
        return with("lang", "zh".equals(language) ? "en" : "zh");
    }

    public String otherTheme() {
        return with("theme", "dark".equals(theme) ? "light" : "dark");
    }

    private String with(String name, String value) {
        return address + "?" + (query.isEmpty() ? "" : query + "&") + name + "=" + value;
    }
}
