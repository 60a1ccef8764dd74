package io.gleamflow.oracle;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Steps by chance that look at one row, without Lua. */
final class RandomRowSteps {

    private final Draw draw;

    RandomRowSteps(Draw draw) {
        this.draw = draw;
    }

    List<StepMaker> makers() {
        return List.of(
                (table, world) -> select(table),
                (table, world) -> drop(table),
                (table, world) -> rename(table),
                (table, world) -> pipe(table));
    }

    private Optional<FlowStep> select(Table table) {
        // a column that a row does not have cannot be selected
        int width = Math.min(narrowest(table), table.widest());
        if (width == 0) {
            return Optional.empty();
        }
        List<Integer> columns = draw.some(IntStream.range(0, width).boxed().toList(), draw.between(1, width));
        List<String> as =
                draw.once(3) ? columns.stream().map(i -> draw.fresh("x")).toList() : List.of();
        String yaml = "- select: " + Columns.refs(table, columns, draw)
                + Columns.option("as", as.isEmpty() ? "" : Columns.list(as));
        return Optional.of(FlowStep.of(yaml, (in, world) -> RowVerbs.select(in, columns, as)));
    }

    private static int narrowest(Table table) {
        return table.rows().stream().mapToInt(List::size).min().orElse(table.widest());
    }

    private Optional<FlowStep> drop(Table table) {
        List<Integer> columns = draw.columns(table.widest());
        // a row without columns could not be told from no row
        if (columns.isEmpty() || columns.size() >= narrowest(table)) {
            return Optional.empty();
        }
        return Optional.of(FlowStep.of(
                "- drop: " + Columns.refs(table, columns, draw), (in, world) -> RowVerbs.drop(in, columns)));
    }

    private Optional<FlowStep> rename(Table table) {
        List<Integer> columns = draw.columns(table.widest());
        if (!table.isNamed() || columns.isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, String> names = new HashMap<>();
        columns.forEach(column -> names.put(column, draw.fresh("r")));
        String entries = columns.stream()
                .map(column -> Columns.quoted(table.names().get(column)) + ": " + names.get(column))
                .collect(Collectors.joining(", ", "{", "}"));
        return Optional.of(FlowStep.of("- rename: " + entries, (in, world) -> RowVerbs.rename(in, names)));
    }

    /** The shell sees columns between tabs; they come back as text. */
    private Optional<FlowStep> pipe(Table table) {
        boolean survives = table.rows().stream().flatMap(List::stream).allMatch(RandomRowSteps::survivesShell);
        return survives
                ? Optional.of(FlowStep.of(
                        "- pipe: cat",
                        (in, world) -> Table.ragged(in.rows().stream()
                                .map(row ->
                                        row.stream().map(RandomRowSteps::asText).toList())
                                .toList())))
                : Optional.empty();
    }

    private static boolean survivesShell(V value) {
        return switch (value.kind()) {
            case NIL -> true;
            case NUMBER -> value.isWhole() && value.whole().abs().compareTo(BigInteger.TWO.pow(53)) < 0;
            case TEXT -> value.latin().matches("[ -~]*");
            default -> false;
        };
    }

    private static V asText(V value) {
        return value.isNil() ? V.of("") : V.of(value.isWhole() ? value.whole().toString() : value.latin());
    }
}
