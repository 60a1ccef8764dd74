package io.gleamflow.oracle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Steps by chance that run Lua. */
final class RandomLuaSteps {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");

    private final Draw draw;

    RandomLuaSteps(Draw draw) {
        this.draw = draw;
    }

    List<StepMaker> makers() {
        return List.of(
                (table, world) -> filter(table),
                (table, world) -> map(table),
                (table, world) -> mapColumns(table),
                (table, world) -> set(table),
                (table, world) -> running(table),
                (table, world) -> emit(table),
                (table, world) -> words(table),
                (table, world) -> reduce(table));
    }

    private Optional<FlowStep> filter(Table table) {
        return LuaMeaning.random(draw, table)
                .map(test -> FlowStep.of(
                        "- filter: " + test.text(),
                        (in, world) -> in.with(in.rows().stream()
                                .filter(row -> test.meaning().of(row).isTrue())
                                .toList())));
    }

    private static List<V> values(List<LuaMeaning> entries, List<V> row) {
        return entries.stream().map(entry -> entry.meaning().of(row)).toList();
    }

    private Optional<FlowStep> map(Table table) {
        List<LuaMeaning> entries = LuaMeaning.several(draw, table, draw.between(1, 3));
        boolean lists = table.rows().stream().flatMap(List::stream).anyMatch(value -> value.kind() == V.Kind.LIST);
        if (entries.isEmpty() || lists) {
            return Optional.empty();
        }
        List<String> as = draw.once(3)
                ? List.of()
                : entries.stream().map(entry -> draw.fresh("m")).toList();
        String text = entries.stream().map(LuaMeaning::text).collect(Collectors.joining(", "));
        return Optional.of(FlowStep.of(
                "- map: " + text + Columns.option("as", as.isEmpty() ? "" : Columns.list(as)), (in, world) -> {
                    List<List<V>> rows =
                            in.rows().stream().map(row -> values(entries, row)).toList();
                    return as.isEmpty() ? Table.ragged(rows) : Table.named(as, rows);
                }));
    }

    private static String block(List<String> names, List<LuaMeaning> entries) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> "\n    " + names.get(i) + ": " + entries.get(i).text())
                .collect(Collectors.joining());
    }

    private Optional<FlowStep> mapColumns(Table table) {
        List<LuaMeaning> entries = LuaMeaning.several(draw, table, draw.between(1, 3));
        List<String> names = entries.stream().map(entry -> draw.fresh("m")).toList();
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(FlowStep.of(
                        "- map:" + block(names, entries),
                        (in, world) -> Table.named(
                                names,
                                in.rows().stream()
                                        .map(row -> values(entries, row))
                                        .toList())));
    }

    /** A new column, or an old one anew. */
    private Optional<FlowStep> set(Table table) {
        List<LuaMeaning> entries = LuaMeaning.several(draw, table, 1);
        if (entries.isEmpty() || !table.isNamed()) {
            return Optional.empty();
        }
        int column = draw.once(2) ? table.widest() : draw.below(table.widest());
        List<String> names = new ArrayList<>(table.names());
        if (column == names.size()) {
            names.add(draw.fresh("m"));
        }
        String yaml = "- set:" + block(List.of(Columns.quoted(names.get(column))), entries);
        return Optional.of(FlowStep.of(
                yaml,
                (in, world) -> Table.named(
                        names,
                        in.rows().stream()
                                .map(row -> replaced(
                                        row,
                                        names.size(),
                                        column,
                                        values(entries, row).get(0)))
                                .toList())));
    }

    private static List<V> replaced(List<V> row, int width, int column, V value) {
        List<V> after = new ArrayList<>(Table.padded(row, width));
        after.set(column, value);
        return after;
    }

    /** A number that goes on from row to row of a key. */
    private Optional<FlowStep> running(Table table) {
        List<Integer> per = draw.columns(table.widest());
        if (!table.isNamed() || per.isEmpty()) {
            return Optional.empty();
        }
        String name = draw.fresh("m");
        List<String> names = new ArrayList<>(table.names());
        names.add(name);
        String yaml = "- set: {" + name + ": (prev." + name + " or 0) + 1}"
                + Columns.option("per", Columns.refs(table, per, draw));
        return Optional.of(FlowStep.of(
                yaml,
                (in, world) -> Table.named(
                        names,
                        in.byKey(per).values().stream()
                                .flatMap(group -> IntStream.range(0, group.size())
                                        .mapToObj(i ->
                                                replaced(group.get(i), names.size(), names.size() - 1, V.of(i + 1))))
                                .toList())));
    }

    private Optional<FlowStep> emit(Table table) {
        List<LuaMeaning> entries = LuaMeaning.several(draw, table, 2);
        if (entries.size() < 2) {
            return Optional.empty();
        }
        List<Integer> keep = table.isNamed() && draw.once(2) ? draw.columns(table.widest()) : List.of();
        List<String> as = List.of(draw.fresh("m"), draw.fresh("m"));
        List<String> names = new ArrayList<>(table.keyNames(keep));
        names.addAll(as);
        String yaml = "- flatMap: |\n    emit(" + entries.get(0).text() + ", 1)\n    emit("
                + entries.get(1).text() + ", \"two\")"
                + Columns.option("as", Columns.list(as))
                + Columns.option("keep", keep.isEmpty() ? "" : Columns.refs(table, keep, draw));
        return Optional.of(FlowStep.of(
                yaml,
                (in, world) -> Table.named(
                        names,
                        in.rows().stream()
                                .flatMap(row -> Stream.of(
                                        Table.joined(
                                                Table.cells(row, keep),
                                                List.of(entries.get(0).meaning().of(row), V.of(1))),
                                        Table.joined(
                                                Table.cells(row, keep),
                                                List.of(entries.get(1).meaning().of(row), V.of("two")))))
                                .toList())));
    }

    private Optional<FlowStep> words(Table table) {
        if (table.widest() == 0) {
            return Optional.empty();
        }
        int column = draw.below(table.widest());
        String as = draw.fresh("m");
        if (LuaMeaning.column(table, column).stream().anyMatch(value -> value.kind() != V.Kind.TEXT)) {
            return Optional.empty();
        }
        String name = LuaMeaning.name(table, column);
        return Optional.of(FlowStep.of(
                "- flatMap: " + name + ":gmatch(\"%w+\")\n  as: " + as,
                (in, world) -> Table.named(
                        List.of(as),
                        in.rows().stream()
                                .flatMap(row -> WORD.matcher(
                                                Table.cell(row, column).latin())
                                        .results()
                                        .map(MatchResult::group))
                                .map(word -> List.of(V.of(word)))
                                .toList())));
    }

    /** A function of rows that Lua and Java mean the same with. */
    private record Function(String results, BinaryOperator<List<V>> meaning) {}

    private Optional<FlowStep> reduce(Table table) {
        boolean byKey = draw.once(3);
        List<Integer> keys = byKey ? List.of(0) : draw.once(3) ? List.of() : draw.columns(table.widest());
        int count = table.widest() - keys.size();
        boolean even = table.rows().stream().allMatch(row -> row.size() == table.widest());
        List<V> values = table.rows().stream()
                .flatMap(row -> Table.cells(row, Table.others(row.size(), keys)).stream())
                .toList();
        if (count < 1 || !even || !values.stream().allMatch(LuaMeaning::isUntouched)) {
            return Optional.empty();
        }
        List<String> x = IntStream.range(0, count).mapToObj(i -> "x" + i).toList();
        List<String> y = IntStream.range(0, count).mapToObj(i -> "y" + i).toList();
        Function function = function(values, x, y);
        String lua = "function(" + String.join(", ", x) + ", " + String.join(", ", y) + ") return " + function.results()
                + " end";
        String by = byKey || keys.isEmpty() ? "" : Columns.refs(table, keys, draw);
        return Optional.of(FlowStep.of(
                (byKey ? "- reduceByKey: " : "- reduce: ") + lua + Columns.option("by", by),
                (in, world) -> KeyVerbs.reduce(in, keys, function.meaning())));
    }

    private Function function(List<V> values, List<String> x, List<String> y) {
        boolean small = values.stream()
                .allMatch(value -> value.isWhole() && value.whole().bitLength() < 30);
        if (small && draw.once(2)) {
            return new Function(paired(x, y, "%s + %s"), (p, q) -> each(p, q, BigInteger::add));
        }
        if (small && draw.once(2)) {
            return new Function(paired(x, y, "math.max(%s, %s)"), (p, q) -> each(p, q, BigInteger::max));
        }
        return draw.once(2)
                ? new Function(String.join(", ", x), (p, q) -> p)
                : new Function(String.join(", ", y), (p, q) -> q);
    }

    private static String paired(List<String> x, List<String> y, String format) {
        return IntStream.range(0, x.size())
                .mapToObj(i -> format.formatted(x.get(i), y.get(i)))
                .collect(Collectors.joining(", "));
    }

    private static List<V> each(List<V> x, List<V> y, BinaryOperator<BigInteger> operator) {
        return IntStream.range(0, x.size())
                .mapToObj(i -> V.of(operator.apply(x.get(i).whole(), y.get(i).whole())))
                .toList();
    }
}
