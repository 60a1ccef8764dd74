package io.gleamflow.oracle;

import java.util.List;
import java.util.stream.Collectors;

/** How columns are written in descriptors. */
final class Columns {

    private Columns() {}

    /** Whether a name needs neither quotes nor brackets. */
    static boolean isPlain(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*") && !name.equals("end");
    }

    static String quoted(String name) {
        return isPlain(name) ? name : '"' + name + '"';
    }

    /** By name or by number. */
    static String ref(Table table, int column, Draw draw) {
        return table.isNamed() && !draw.once(6) ? quoted(table.names().get(column)) : Integer.toString(column + 1);
    }

    static String refs(Table table, List<Integer> columns, Draw draw) {
        List<String> refs =
                columns.stream().map(column -> ref(table, column, draw)).toList();
        return refs.size() == 1 && !draw.once(3) ? refs.get(0) : list(refs);
    }

    static String list(List<String> parts) {
        return parts.stream().collect(Collectors.joining(", ", "[", "]"));
    }

    static String ordering(Table table, List<OrderVerbs.By> ordering, Draw draw) {
        List<String> parts = ordering.stream()
                .map(by -> {
                    String name = draw.once(6) || !table.isNamed()
                            ? Integer.toString(by.column() + 1)
                            : table.names().get(by.column());
                    String text = name + (by.descending() ? " desc" : draw.once(4) ? " asc" : "");
                    return Character.isDigit(text.charAt(0)) || isPlain(text) ? text : '"' + text + '"';
                })
                .toList();
        return parts.size() == 1 ? parts.get(0) : list(parts);
    }

    /** An option on a line of its own, or nothing. */
    static String option(String name, String value) {
        return value.isEmpty() ? "" : "\n  " + name + ": " + value;
    }
}
