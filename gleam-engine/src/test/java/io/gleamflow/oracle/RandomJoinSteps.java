package io.gleamflow.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Steps by chance with a second input. */
final class RandomJoinSteps {

    private static final Map<String, JoinVerbs.Outer> OUTER = Map.of(
            "join", new JoinVerbs.Outer(false, false),
            "hashJoin", new JoinVerbs.Outer(false, false),
            "leftOuterJoin", new JoinVerbs.Outer(true, false),
            "rightOuterJoin", new JoinVerbs.Outer(false, true),
            "fullOuterJoin", new JoinVerbs.Outer(true, true));

    private final Draw draw;

    RandomJoinSteps(Draw draw) {
        this.draw = draw;
    }

    List<StepMaker> makers() {
        return List.of(this::join, this::join, this::semi, this::cross, this::coGroup, this::union);
    }

    private Optional<String> other(FlowStep.World world) {
        return world.datasets().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        draw.of(world.datasets().keySet().stream().sorted().toList()));
    }

    /** Columns of both sides, and how `by` says so; empty where the first columns are meant. */
    private record Keys(List<Integer> left, List<Integer> right, String text) {}

    private Optional<Keys> keys(Table left, Table right) {
        if (left.widest() == 0 || right.widest() == 0) {
            return Optional.empty();
        }
        if (draw.once(4)) {
            return Optional.of(new Keys(List.of(0), List.of(0), ""));
        }
        int count = Math.min(draw.columns(3).size(), Math.min(left.widest(), right.widest()));
        // with names on one side only, the rules for the places of keys say the same of the first columns alone
        List<Integer> ours = left.isNamed() == right.isNamed()
                ? draw.some(IntStream.range(0, left.widest()).boxed().toList(), count)
                : IntStream.range(0, count).boxed().toList();
        List<Integer> theirs =
                draw.some(IntStream.range(0, right.widest()).boxed().toList(), count);
        return Optional.of(new Keys(ours, theirs, text(left, right, ours, theirs)));
    }

    private String text(Table left, Table right, List<Integer> ours, List<Integer> theirs) {
        if (ours.equals(theirs) && left.keyNames(ours).equals(right.keyNames(theirs))) {
            return Columns.refs(left, ours, draw);
        }
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            pairs.add(Columns.ref(left, ours.get(i), draw) + ": " + Columns.ref(right, theirs.get(i), draw));
        }
        return pairs.stream().collect(Collectors.joining(", ", "{", "}"));
    }

    private String prefix(Table left, Table right, List<Integer> rightBy) {
        List<String> names = right.isNamed()
                ? Table.others(right.widest(), rightBy).stream()
                        .map(right.names()::get)
                        .toList()
                : List.of();
        boolean needed = left.isNamed() && !Collections.disjoint(names, left.names());
        return needed || left.isNamed() && !names.isEmpty() && draw.once(5) ? draw.fresh("p") + "_" : "";
    }

    private static long pairs(Table left, Table right, Keys keys) {
        Map<List<V>, Long> counts = new HashMap<>();
        right.byKey(keys.right()).forEach((key, rows) -> counts.put(List.copyOf(key), (long) rows.size()));
        return left.byKey(keys.left()).entrySet().stream()
                .mapToLong(entry -> entry.getValue().size() * counts.getOrDefault(entry.getKey(), 1L))
                .sum();
    }

    private Optional<FlowStep> join(Table left, FlowStep.World world) {
        String verb = draw.of(OUTER.keySet().stream().sorted().toList());
        JoinVerbs.Outer outer = Objects.requireNonNull(OUTER.get(verb), verb);
        return other(world).flatMap(other -> {
            Table right = world.table(other);
            return keys(left, right)
                    .filter(keys -> pairs(left, right, keys) < 20_000)
                    .map(keys -> {
                        String prefix = prefix(left, right, keys.right());
                        return FlowStep.of(
                                "- " + verb + ": " + other + Columns.option("by", keys.text())
                                        + Columns.option("prefix", prefix),
                                (in, now) ->
                                        JoinVerbs.join(in, now.table(other), keys.left(), keys.right(), outer, prefix));
                    });
        });
    }

    private Optional<FlowStep> semi(Table left, FlowStep.World world) {
        boolean wanted = draw.once(2);
        String verb = wanted ? "semiJoin" : "antiJoin";
        return other(world).flatMap(other -> {
            Table right = world.table(other);
            boolean whole = draw.once(2) && left.isNamed() && left.width().equals(right.width());
            Optional<Keys> keys = whole
                    ? Optional.of(new Keys(List.of(), List.of(), ""))
                    : keys(left, right).filter(some -> !some.text().isEmpty());
            return keys.map(some -> FlowStep.of(
                    "- " + verb + ": " + other + Columns.option("by", some.text()),
                    (in, now) -> JoinVerbs.semi(in, now.table(other), some.left(), some.right(), wanted)));
        });
    }

    private Optional<FlowStep> cross(Table left, FlowStep.World world) {
        return other(world)
                .filter(other -> left.rows().size() * world.table(other).rows().size() < 3_000)
                .map(other -> {
                    String prefix = prefix(left, world.table(other), List.of());
                    return FlowStep.of(
                            "- crossJoin: " + other + Columns.option("prefix", prefix),
                            (in, now) -> JoinVerbs.cross(in, now.table(other), prefix));
                });
    }

    private Optional<FlowStep> coGroup(Table left, FlowStep.World world) {
        return other(world)
                .flatMap(other -> keys(left, world.table(other))
                        .filter(keys -> Collections.disjoint(left.keyNames(keys.left()), List.of("left", "right")))
                        .map(keys -> FlowStep.of(
                                "- coGroup: " + other + Columns.option("by", keys.text()),
                                (in, now) -> JoinVerbs.coGroup(in, now.table(other), keys.left(), keys.right()))));
    }

    private Optional<FlowStep> union(Table left, FlowStep.World world) {
        List<String> fitting = world.datasets().entrySet().stream()
                .filter(entry -> entry.getValue().width().equals(left.width())
                        && entry.getValue().names().equals(left.names()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        List<String> others = draw.some(fitting, draw.between(1, 2));
        return Optional.of(FlowStep.of(
                "- union: " + (others.size() == 1 ? others.get(0) : Columns.list(others)),
                (in, now) -> JoinVerbs.union(
                        Stream.concat(Stream.of(in), others.stream().map(other -> now.table(other)))
                                .toList())));
    }
}
