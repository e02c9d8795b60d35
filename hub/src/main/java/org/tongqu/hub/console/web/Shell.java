package org.tongqu.hub.console.web;

import java.util.List;
import java.util.Locale;
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
 */
record Shell(
        Sender sender,
        String name,
        @Nullable String house,
        String address,
        String query,
        String language,
        String theme,
        boolean demo) {

    public List<Menu> menu() {
        return Menu.of(sender.role());
    }

    public boolean offers(String entry) {
        return menu().contains(Menu.valueOf(entry));
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
