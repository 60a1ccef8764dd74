package io.gleamflow.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What key columns are called in the rows that a step makes of each key. */
final class KeyNames {

    private KeyNames() {}

    /** The names of columns that need not have names before: an unnamed one is called {@code _1} and so on. */
    static List<String> of(List<ColumnRef> keys, Columns before) {
        List<String> names = new ArrayList<>();
        for (ColumnRef key : keys) {
            OptionalInt index = before.indexOf(key);
            if (key instanceof ColumnRef.Named named) {
                names.add(named.name());
            } else if (before.isNamed() && index.isPresent()) {
                names.add(before.names().get(index.getAsInt()));
            } else {
                names.add("_" + key);
            }
        }
        return names;
    }

    /** Likewise, where no keys mean the first column. */
    static List<String> orFirst(List<ColumnRef> keys, Columns before) {
        return keys.isEmpty() ? List.of(before.isNamed() ? before.names().get(0) : "_1") : of(keys, before);
    }
}
