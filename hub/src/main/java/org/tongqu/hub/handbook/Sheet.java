package org.tongqu.hub.handbook;

import java.util.HashMap;
import java.util.Map;

/**
 * 填写单: a visit as it was typed, field by field; a line of a group is {@code needs.0.summary}, as the record's own pointers go.
 *
 * @param said by the field's name
 */
public record Sheet(Map<String, String> said) {
    /** Lines of a group that one sheet has at most. */
    public static final int MOST = 40;

    public Sheet {
        said = Map.copyOf(said);
    }

    /** Without blanks around it, empty where nothing was typed. */
    public String at(String field) {
        return said.getOrDefault(field, "").strip();
    }

    public boolean has(String field) {
        return !at(field).isEmpty();
    }

    /** How many lines of a group stand on it, empty ones counted in. */
    public int lines(String group) {
        int lines = 0;
        for (int n = 0; n < MOST; n++) {
            String line = group + "." + n + ".";
            lines = said.keySet().stream().anyMatch(field -> field.startsWith(line)) ? n + 1 : lines;
        }
        return lines;
    }

    /** Whether anything was typed into a group or into a line of it; the number of a machine alone says nothing. */
    public boolean says(String group) {
        return has(group)
                || said.keySet().stream()
                        .anyMatch(field -> field.startsWith(group + ".")
                                && !field.matches(".*[.](known|serial|model)")
                                && has(field));
    }

    /** The same with more empty lines in a group. */
    public Sheet longer(String group, int more) {
        int lines = lines(group);
        Map<String, String> longer = new HashMap<>(said);
        for (int n = lines; n < Math.min(lines + more, MOST); n++) {
            longer.put(group + "." + n + ".", "");
        }
        return new Sheet(longer);
    }

    Sheet with(Map<String, String> more) {
        Map<String, String> both = new HashMap<>(said);
        both.putAll(more);
        return new Sheet(both);
    }
}
