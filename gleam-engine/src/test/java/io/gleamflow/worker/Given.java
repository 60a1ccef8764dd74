package io.gleamflow.worker;

import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.LuaText;
import io.gleamflow.flow.Text;
import io.gleamflow.plan.LuaOperation;
import io.gleamflow.plan.LuaOperation.Expression;
import io.gleamflow.plan.Operation;
import io.gleamflow.problem.Place;
import io.gleamflow.row.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Operations and rows, shortly written. */
final class Given {

    static final Place STEP = new Place("flow.yaml", 5, 3);

    private Given() {}

    static Head head(String verb, String... as) {
        List<Text> names = Arrays.stream(as).map(name -> new Text(name, STEP)).toList();
        return Head.of(verb, STEP, Optional.empty(), names);
    }

    /** Lua in a block from line 7 on. */
    static LuaText lua(String source) {
        return new LuaText(source, new Place("flow.yaml", 7, 5), 7, true, true);
    }

    static LuaText file(String name, String source) {
        return new LuaText(source, new Place(name, 1, 1), 1, true, true);
    }

    static Operation script(LuaOperation.Kind kind, String source, Columns before, List<Integer> per, String... as) {
        return new LuaOperation.Script(kind, head("step", as), lua(source), before, per, List.of());
    }

    /** Entries {@code name: text}, each on a line of its own from 11 on; new names become new columns. */
    static Operation expressions(
            LuaOperation.Result result, Columns before, List<Integer> per, String... namesAndTexts) {
        List<String> columns = new ArrayList<>(before.names());
        List<Expression> entries = new ArrayList<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            int line = 11 + i / 2;
            LuaText text = new LuaText(namesAndTexts[i + 1], new Place("flow.yaml", line, 9), line, false, true);
            String name = namesAndTexts[i];
            Columns seen = result == LuaOperation.Result.SET ? Columns.named(columns) : before;
            if (!columns.contains(name) && result == LuaOperation.Result.SET) {
                columns.add(name);
            }
            entries.add(new Expression(name, text, seen, Math.max(0, columns.indexOf(name))));
        }
        Columns after = result == LuaOperation.Result.MAP
                ? Columns.named(entries.stream().map(Expression::name).toList())
                : Columns.named(columns);
        return new LuaOperation.Expressions(result, head("step"), entries, after, per);
    }

    /** A row of nil, booleans, whole numbers, doubles, texts and values. */
    static List<Value> row(Object... values) {
        return Arrays.stream(values).map(Given::value).toList();
    }

    private static Value value(Object value) {
        if (value instanceof Value already) {
            return already;
        } else if (value instanceof Boolean bool) {
            return new Value.Bool(bool);
        } else if (value instanceof Integer number) {
            return new Value.Int(number);
        } else if (value instanceof Double number) {
            return new Value.Real(number);
        }
        return value.equals("nil") ? new Value.Nil() : Value.Str.of((String) value);
    }
}
