package io.gleamflow.oracle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Steps by chance that are about order, size and shards. */
final class RandomOrderSteps {

    private final Draw draw;

    RandomOrderSteps(Draw draw) {
        this.draw = draw;
    }

    List<StepMaker> makers() {
        return List.of(
                (table, world) -> sort(table),
                (table, world) -> top(table),
                (table, world) -> limit(table),
                (table, world) -> skip(table),
                (table, world) -> shards(),
                (table, world) -> partitionAndSort(table));
    }

    private List<OrderVerbs.By> ordering(Table table) {
        return draw.columns(table.widest()).stream()
                .map(column -> new OrderVerbs.By(column, draw.once(2)))
                .toList();
    }

    private Optional<FlowStep> sort(Table table) {
        List<OrderVerbs.By> ordering = draw.once(4) ? List.of() : ordering(table);
        String yaml = ordering.isEmpty() ? "- sort" : "- sort: " + Columns.ordering(table, ordering, draw);
        return Optional.of(FlowStep.of(yaml, (in, world) -> OrderVerbs.sort(in, ordering)));
    }

    private List<Integer> per(Table table) {
        return draw.once(2) ? draw.columns(table.widest()) : List.of();
    }

    private String option(Table table, List<Integer> per) {
        return Columns.option("per", per.isEmpty() ? "" : Columns.refs(table, per, draw));
    }

    private int count(Table table) {
        return draw.once(4) ? draw.below(table.rows().size() + 2) : draw.below(5);
    }

    private Optional<FlowStep> top(Table table) {
        List<OrderVerbs.By> ordering = ordering(table);
        List<Integer> per = per(table);
        int count = Math.max(1, count(table));
        String by = ordering.isEmpty() ? "" : Columns.ordering(table, ordering, draw);
        return Optional.of(FlowStep.of(
                "- top: " + count + Columns.option("by", by) + option(table, per),
                (in, world) -> OrderVerbs.top(in, count, ordering, per)));
    }

    private Optional<FlowStep> limit(Table table) {
        List<Integer> per = per(table);
        int count = Math.max(1, count(table));
        return Optional.of(
                FlowStep.of("- limit: " + count + option(table, per), (in, world) -> OrderVerbs.limit(in, count, per)));
    }

    private Optional<FlowStep> skip(Table table) {
        List<Integer> per = per(table);
        int count = count(table);
        return Optional.of(
                FlowStep.of("- skip: " + count + option(table, per), (in, world) -> OrderVerbs.skip(in, count, per)));
    }

    private Optional<FlowStep> shards() {
        int shards = draw.between(1, 4);
        String verb = draw.of("roundRobin", "merge", "broadcast");
        return Optional.of(FlowStep.of(
                "- " + verb + ": " + shards,
                (in, world) -> verb.equals("roundRobin") ? OrderVerbs.roundRobin(in, shards) : in));
    }

    private String partition(Table table, List<Integer> keys) {
        boolean first = keys.equals(List.of(0)) && draw.once(2);
        return "- partition: " + draw.between(1, 4)
                + Columns.option("by", first ? "" : Columns.refs(table, keys, draw));
    }

    /** Only what keeps rows of a key in their order, and orders keys, says what comes after shards by key. */
    private Optional<FlowStep> partitionAndSort(Table table) {
        List<Integer> keys = draw.columns(table.widest());
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                draw.once(2)
                        ? FlowStep.of(
                                partition(table, keys) + "\n- sort", (in, world) -> OrderVerbs.sort(in, List.of()))
                        : FlowStep.of(
                                partition(table, keys) + "\n- distinct: " + Columns.refs(table, keys, draw),
                                (in, world) -> KeyVerbs.distinct(in, keys)));
    }

    /** Shards by key, whose order only the engine knows. */
    Optional<FlowStep> lastPartition(Table table, String path) {
        List<Integer> keys = draw.columns(table.widest());
        return keys.isEmpty()
                ? Optional.empty()
                : Optional.of(new FlowStep(
                        partition(table, keys) + "\n- write: " + path,
                        (in, world) -> in,
                        in -> Map.of(path, new Expected.Shards(in, keys))));
    }

    /** Rows by chance. */
    Optional<FlowStep> lastSample(Table table, String path) {
        List<Integer> per = per(table);
        int size = draw.below(20);
        boolean share = draw.once(3);
        OptionalInt count = share ? OptionalInt.empty() : OptionalInt.of(Math.max(1, size));
        String sample = share ? size + "%" : Integer.toString(Math.max(1, size));
        String yaml =
                "- sample: " + sample + "\n  seed: " + draw.below(100) + option(table, per) + "\n- write: " + path;
        return Optional.of(new FlowStep(
                yaml,
                (in, world) -> OrderVerbs.perKey(in, per),
                in -> Map.of(path, new Expected.Sample(in, count, per))));
    }
}
