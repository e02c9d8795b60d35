package org.tongqu.hub.console.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * 快捷键: one line of the list of all keys.
 *
 * @param presses one after the other, or at once where the first is Ctrl
 * @param word key of the words that say what it does
 */
record KeyHelp(List<String> presses, String word) {
    private static final List<KeyHelp> EVERYWHERE = List.of(
            new KeyHelp(List.of("Ctrl", "K"), "palette"),
            new KeyHelp(List.of("/"), "search"),
            new KeyHelp(List.of("J"), "keys.next"),
            new KeyHelp(List.of("K"), "keys.previous"),
            new KeyHelp(List.of("Enter"), "open"),
            new KeyHelp(List.of("X"), "pick"),
            new KeyHelp(List.of("U"), "beside.back"),
            new KeyHelp(List.of("Z"), "undo"),
            new KeyHelp(List.of("["), "rail.fold"),
            new KeyHelp(List.of("?"), "keys"),
            new KeyHelp(List.of("Esc"), "close"));

    static List<KeyHelp> of(List<Menu> menu) {
        List<KeyHelp> all = new ArrayList<>(EVERYWHERE);
        for (Menu entry : menu) {
            String key = entry.key();
            if (key != null) {
                all.add(new KeyHelp(List.of("G", key.toUpperCase(Locale.ROOT)), entry.word()));
            }
        }
        return all;
    }
}
