package io.gleamflow.plan;

import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.NamedScript;
import java.util.ArrayList;
import java.util.List;

/** Plans {@code set}: which column each entry goes to, and which it sees. */
final class SetPlan {

    private SetPlan() {}

    /** The operation; each entry sees what those above it have made. */
    static LuaOperation.Expressions of(Head head, List<NamedScript> entries, Columns before, List<Integer> per) {
        List<LuaOperation.Expression> expressions = new ArrayList<>();
        Columns seen = before;
        for (NamedScript entry : entries) {
            String name = entry.name().value();
            ColumnRef column = new ColumnRef.Named(name, entry.name().place());
            int index =
                    seen.isNamed() ? seen.indexOf(column).orElse(seen.names().size()) : Indexes.of(column, seen);
            expressions.add(new LuaOperation.Expression(name, entry.script(), seen, index));
            if (seen.isNamed() && index == seen.names().size()) {
                List<String> names = new ArrayList<>(seen.names());
                names.add(name);
                seen = Columns.named(names);
            }
        }
        return new LuaOperation.Expressions(LuaOperation.Result.SET, head, expressions, seen, per);
    }
}
