package org.tongqu.connectors.files;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tongqu.connectors.canon.SheetColumns;

/**
 * Which column a heading names: first in the partner's own words, then in those everybody may use.
 *
 * @param own by plain heading; an empty value keeps the column as an unknown one
 */
record ColumnNames(Map<String, Optional<Column>> own) {
    static final ColumnNames EVERYBODYS = new ColumnNames(Map.of());

    static ColumnNames of(SheetColumns columns) {
        Map<String, Optional<Column>> own = new HashMap<>();
        columns.ours().forEach((heading, key) -> own.put(Text.plain(heading), Column.keyed(key)));
        return new ColumnNames(Map.copyOf(own));
    }

    /** @param proper whether only names count that can mean nothing else */
    Optional<Column> column(String heading, boolean proper) {
        Optional<Column> theirs = own.get(Text.plain(heading));
        if (theirs != null) {
            return theirs.filter(column -> proper);
        }
        if (Unit.beforeTax(heading)) {
            return Optional.empty();
        }
        String plain = Unit.headingWithout(heading);
        return proper ? Column.properly(plain) : Column.loosely(plain);
    }
}
