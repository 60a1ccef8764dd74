package io.gleamflow.oracle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Steps by chance that bring equal keys together. */
final class RandomKeySteps {

    private final Draw draw;

    RandomKeySteps(Draw draw) {
        this.draw = draw;
    }

    List<StepMaker> makers() {
        return List.of(
                (table, world) -> countBy(table),
                (table, world) -> groupBy(table),
                (table, world) -> distinct(table),
                (table, world) -> aggregate(table),
                (table, world) -> aggregate(table));
    }

    /** Keys and how they are written; the first column need not be. */
    private record Keys(List<Integer> columns, String argument) {}

    private Optional<Keys> keys(Table table) {
        if (table.widest() == 0) {
            return Optional.empty();
        }
        return Optional.of(draw.once(6) ? new Keys(List.of(0), "") : chosen(table));
    }

    private Keys chosen(Table table) {
        List<Integer> columns = draw.columns(table.widest());
        return new Keys(columns, ": " + Columns.refs(table, columns, draw));
    }

    private Optional<FlowStep> countBy(Table table) {
        String name = draw.fresh("c");
        boolean as = draw.once(2) || table.names().contains("count");
        return keys(table)
                .map(keys -> FlowStep.of(
                        "- countBy" + argument(keys, as) + Columns.option("as", as ? name : ""),
                        (in, world) -> KeyVerbs.countBy(in, keys.columns(), as ? name : "count")));
    }

    /** With an option behind it, a verb without argument needs a colon. */
    private static String argument(Keys keys, boolean option) {
        return keys.argument().isEmpty() && option ? ":" : keys.argument();
    }

    private Optional<FlowStep> groupBy(Table table) {
        return table.names().contains("rows")
                ? Optional.empty()
                : keys(table)
                        .map(keys -> FlowStep.of(
                                "- groupBy" + keys.argument(), (in, world) -> KeyVerbs.groupBy(in, keys.columns())));
    }

    private Optional<FlowStep> distinct(Table table) {
        Keys keys = draw.once(3) || table.widest() == 0 ? new Keys(List.of(), "") : chosen(table);
        return Optional.of(
                FlowStep.of("- distinct" + keys.argument(), (in, world) -> KeyVerbs.distinct(in, keys.columns())));
    }

    private Optional<FlowStep> aggregate(Table table) {
        List<Integer> keys = draw.once(3) ? List.of() : draw.columns(table.widest());
        List<Aggregate> entries = new ArrayList<>();
        for (int i = draw.between(1, 4); i > 0; i--) {
            entry(table).ifPresent(entries::add);
        }
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        String text = entries.stream()
                .map(entry -> "\n    " + entry.name() + ": " + text(table, entry))
                .collect(Collectors.joining());
        return Optional.of(FlowStep.of(
                "- reduce:" + text + Columns.option("by", keys.isEmpty() ? "" : Columns.refs(table, keys, draw)),
                (in, world) -> Aggregate.reduce(in, keys, entries)));
    }

    private static String text(Table table, Aggregate entry) {
        if (entry.column().isEmpty()) {
            return entry.kind() + "()";
        }
        int column = entry.column().getAsInt();
        String name = table.isNamed() ? table.names().get(column) : "_" + (column + 1);
        return entry.kind() + "(" + name + (entry.kind().equals("percentile") ? ", " + entry.percent() : "") + ")";
    }

    private Optional<Aggregate> entry(Table table) {
        String name = draw.fresh("g");
        if (draw.once(5) || table.widest() == 0) {
            return Optional.of(new Aggregate(name, "count", OptionalInt.empty(), ""));
        }
        int column = draw.below(table.widest());
        String kind = draw.of(
                "count",
                "sum",
                "sum",
                "min",
                "max",
                "avg",
                "avg",
                "first",
                "last",
                "countDistinct",
                "collect",
                "percentile");
        boolean numbers = table.rows().stream()
                .map(row -> Table.cell(row, column))
                .allMatch(value ->
                        value.isNil() || value.content() instanceof BigInteger || value.content() instanceof Double);
        if (!numbers && List.of("sum", "avg").contains(kind)
                || table.isNamed() && !Columns.isPlain(table.names().get(column))) {
            return Optional.empty();
        }
        String percent = draw.of("0", "1", "25", "50", "95", "99.9", "100");
        return Optional.of(new Aggregate(name, kind, OptionalInt.of(column), percent));
    }
}
