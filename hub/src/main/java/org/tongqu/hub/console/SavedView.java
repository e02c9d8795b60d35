package org.tongqu.hub.console;

/**
 * 视图: filters of a list under a name.
 *
 * @param query the filters as the address carries them, encoded, without where the list was scrolled to
 * @param own the reader's, who alone may change it
 * @param byDefault the list opens with it for this reader
 */
public record SavedView(
        String id, String path, String name, String query, boolean own, boolean shared, boolean byDefault) {
    public String address() {
        return query.isEmpty() ? path + "?all" : path + "?" + query;
    }
}
