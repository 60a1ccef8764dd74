package io.gleamflow.check;

import io.gleamflow.flow.AggregateKind;
import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.Columns;
import io.gleamflow.flow.KeyStep;
import io.gleamflow.flow.LuaText;
import io.gleamflow.flow.NamedScript;
import io.gleamflow.flow.Positions;
import io.gleamflow.lua.LuaChunk;
import io.gleamflow.lua.LuaSyntaxException;
import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import io.gleamflow.script.AggregateSyntaxException;
import io.gleamflow.script.AggregateText;
import io.gleamflow.script.LuaForm;
import io.gleamflow.script.LuaTokens;
import io.gleamflow.script.LuaTokens.Kind;
import io.gleamflow.script.LuaTokens.Token;
import io.gleamflow.script.ScriptText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Checks a {@code reduce} with names: what is inside of aggregates sees each row, what is outside only keys and results. */
final class AggregateCheck {

    private final KeyStep.Aggregate step;
    private final Scope scope;
    private final Scripts scripts;
    private final Problems problems;

    AggregateCheck(KeyStep.Aggregate step, Scope scope, Scripts scripts, Problems problems) {
        this.step = step;
        this.scope = scope;
        this.scripts = scripts;
        this.problems = problems;
    }

    void check() {
        List<String> keys = keys();
        for (NamedScript entry : step.entries()) {
            if (LuaForm.of(entry.script()) == LuaForm.FUNCTION) {
                problems.add(
                        Problem.error(
                                        entry.script().place(),
                                        "`" + entry.name().value()
                                                + "` is an expression over aggregates, not a function")
                                .hint(
                                        "such as `sum(x) / count()`; one function for all columns is `reduce: function(x, y) ... end`"));
                continue;
            }
            try {
                entry(entry, AggregateText.parse(entry.script(), keys), keys);
            } catch (AggregateSyntaxException e) {
                Place place = place(entry.script(), e.line(), e.column());
                problems.add(
                        Problem.error(place, String.valueOf(e.getMessage())).hint(e.hint()));
            }
        }
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (ColumnRef key : step.by()) {
            OptionalInt index = scope.columns().indexOf(key);
            boolean numbered =
                    key instanceof ColumnRef.Numbered && scope.columns().isNamed() && index.isPresent();
            keys.add(
                    numbered
                            ? scope.columns().names().get(index.getAsInt())
                            : key instanceof ColumnRef.Named named ? named.name() : "_" + key);
        }
        return keys;
    }

    private static Place place(LuaText text, int line, int column) {
        return new LuaPlaces(text).of(new Token(Kind.NAME, "", line, column));
    }

    private void entry(NamedScript entry, AggregateText parsed, List<String> keys) {
        String name = entry.name().value();
        for (AggregateText.Call call : parsed.calls()) {
            call.argument().ifPresent(argument -> {
                scripts.check(
                        Script.of(step.head(), argument, Script.Wants.RESULT).named(name), scope);
                summed(call, argument);
                countable(argument);
            });
        }
        List<String> outside = new ArrayList<>(keys);
        parsed.calls().forEach(call -> outside.add(call.name()));
        outside.addAll(columns(parsed.outer(), outside));
        Scope outer = new Scope(Columns.named(outside), true, Kinds.NONE);
        scripts.check(
                Script.of(step.head(), parsed.outer(), Script.Wants.RESULT).named(name), outer);
    }

    /** Notes columns that stand outside of aggregates, and aggregates that are not called; returns what was noted. */
    private List<String> columns(LuaText outer, List<String> known) {
        List<String> noted = new ArrayList<>();
        LuaPlaces places = new LuaPlaces(outer);
        for (String name : free(outer)) {
            boolean column =
                    scope.columns().names().contains(name) || !scope.columns().isNamed() && isPosition(name);
            if (column && !known.contains(name)) {
                noted.add(name);
                problems.add(Problem.error(
                                places.of(name, 0),
                                "`" + name + "` may differ from row to row, and no row is meant here")
                        .hint("use `first(" + name + ")`, or make it a key with `by`"));
            } else if (!known.contains(name) && AggregateKind.named(name).isPresent() && !scripts.isGlobal(name)) {
                noted.add(name);
                problems.add(Problem.error(places.of(name, 0), "`" + name + "` is an aggregate")
                        .hint("write `" + name + "(" + (name.equals("count") ? "" : "x") + ")`"));
            }
        }
        return noted;
    }

    private static boolean isPosition(String name) {
        return Columns.positionOf(name).isPresent();
    }

    private static Set<String> free(LuaText text) {
        try {
            return LuaChunk.compile(LuaForm.of(text).chunk(text), text.place().file(), 1)
                    .freeNames()
                    .keySet();
        } catch (LuaSyntaxException e) {
            // noted when the text is checked
            return Set.of();
        }
    }

    /**
     * Where nobody knows how many columns there are, those that arguments mention are all there will be: an argument that
     * finds out only when it runs which ones it wants would find them gone.
     */
    private void countable(LuaText argument) {
        if (!scope.sure() || scope.columns().width().isPresent()) {
            return;
        }
        LuaPlaces places = new LuaPlaces(argument);
        List<Token> tokens = places.tokens();
        if (LuaForm.of(argument) == LuaForm.FUNCTION) {
            uncounted(argument.place());
        } else if (free(argument).contains(ScriptText.ROW)) {
            places.uses(ScriptText.ROW).stream()
                    .filter(at -> !isLiteral(tokens, at))
                    .findFirst()
                    .ifPresent(at -> uncounted(places.of(tokens.get(at))));
        }
    }

    private void uncounted(Place place) {
        problems.add(Problem.error(place, "how many columns there are is not known here")
                .hint("name them with `as` in a step before, or write each as `row[1]`, `row[2]`"));
    }

    /** Whether {@code row} at this index is that of {@code row[3]}. */
    private static boolean isLiteral(List<Token> tokens, int row) {
        return row + 3 < tokens.size()
                && tokens.get(row + 1).isSymbol("[")
                && Positions.isNumber(tokens.get(row + 2).text())
                && tokens.get(row + 3).isSymbol("]");
    }

    private void summed(AggregateText.Call call, LuaText argument) {
        List<Token> tokens = LuaTokens.of(argument.source());
        boolean adds = call.kind() == AggregateKind.SUM || call.kind() == AggregateKind.AVG;
        if (adds && tokens.size() == 1) {
            String name = tokens.get(0).text();
            scope.kinds().text(name, scope.columns()).ifPresent(kind -> {
                Place place =
                        place(argument, tokens.get(0).line(), tokens.get(0).column());
                problems.add(Problem.error(
                                place,
                                "`" + name + "` is text, and `" + call.kind().word() + "` adds numbers")
                        .hint("add `types: {" + name + ": number}` to the step at line "
                                + kind.origin().line()));
            });
        }
    }
}
