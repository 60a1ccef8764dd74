package io.gleamflow.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a flow that is the same for the same seed. Each step is chosen by the rows that reach it. */
final class FlowMaker {

    /** Odd names are among them. */
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "Order ID", "end");

    private static final int MOST_BYTES = 3_000_000;

    private final Draw draw;
    private final RandomValues values;
    private final RandomOrderSteps order;
    private final boolean lua;
    private final List<StepMaker> makers;
    private final Map<String, List<FlowStep>> datasets = new LinkedHashMap<>();
    private final FlowStep.World world = new FlowStep.World(new LinkedHashMap<>(), new TreeMap<>());
    private final Set<String> used = new HashSet<>();

    private FlowMaker(long seed, boolean lua) {
        draw = new Draw(seed);
        values = new RandomValues(draw);
        order = new RandomOrderSteps(draw);
        this.lua = lua;
        makers = Stream.of(
                        new RandomRowSteps(draw).makers(),
                        order.makers(),
                        new RandomKeySteps(draw).makers(),
                        new RandomJoinSteps(draw).makers(),
                        lua ? new RandomLuaSteps(draw).makers() : List.<StepMaker>of())
                .flatMap(List::stream)
                .toList();
    }

    static RandomFlow make(long seed, boolean lua) {
        return new FlowMaker(seed, lua).flow();
    }

    private RandomFlow flow() {
        for (int i = draw.between(2, 4); i > 0; i--) {
            dataset("s" + i, source("s" + i), draw.below(3));
        }
        for (int i = draw.between(1, 3); i > 0; i--) {
            dataset("t" + i, from(), draw.between(1, 5));
        }
        datasets.forEach((name, steps) -> {
            if (!used.contains(name) || draw.once(5)) {
                end(name, steps);
            }
        });
        return new RandomFlow(datasets, world.files(), lua);
    }

    private void dataset(String name, FlowStep first, int steps) {
        List<FlowStep> all = new ArrayList<>(List.of(first));
        Table table = first.meaning().of(Table.ragged(List.of()), world);
        for (int i = 0; i < steps; i++) {
            Optional<FlowStep> step = step(table);
            if (step.isPresent()) {
                all.add(step.get());
                table = step.get().meaning().of(table, world);
            }
            if (draw.once(8)) {
                all.add(write(table));
            }
        }
        datasets.put(name, all);
        world.datasets().put(name, table);
    }

    /** One that fits and does not make more rows than a test should have. */
    private Optional<FlowStep> step(Table table) {
        for (int tries = 0; tries < 20; tries++) {
            Optional<FlowStep> step = draw.of(makers).make(table, world);
            if (step.isPresent() && size(step.get().meaning().of(table, world)) < MOST_BYTES) {
                use(step.get().yaml());
                return step;
            }
        }
        return Optional.empty();
    }

    private void use(String yaml) {
        world.datasets().keySet().stream()
                .filter(name -> yaml.matches("(?s).*\\b" + name + "\\b.*"))
                .forEach(used::add);
    }

    private static long size(Table table) {
        return table.rows().stream()
                .mapToLong(row ->
                        row.stream().mapToInt(value -> value.raw().length).sum())
                .sum();
    }

    private FlowStep from() {
        String name = draw.of(List.copyOf(world.datasets().keySet()));
        used.add(name);
        return FlowStep.of("- from: " + name, (in, now) -> now.table(name));
    }

    /** Files of frames, with names for their columns or without. */
    private FlowStep source(String name) {
        int width = draw.between(1, 4);
        boolean named = draw.once(2);
        List<RandomValues.Flavor> flavors = IntStream.range(0, width)
                .mapToObj(i -> draw.once(3) ? RandomValues.Flavor.SKEWED : draw.of(RandomValues.Flavor.values()))
                .toList();
        boolean ragged = !named && draw.once(2);
        int files = draw.once(3) ? draw.between(2, 3) : 1;
        for (int i = 1; i <= files; i++) {
            world.files().put(name + "-" + i + ".msgpack", rows(flavors, ragged));
        }
        List<String> names = named ? draw.some(NAMES, width) : List.of();
        String path = files == 1 ? name + "-1.msgpack" : name + "-*.msgpack";
        String yaml = "- read: " + path
                + Columns.option(
                        "columns",
                        named ? Columns.list(names.stream().map(Columns::quoted).toList()) : "");
        return FlowStep.of(yaml, (in, now) -> {
            List<List<V>> rows = now.files().entrySet().stream()
                    .filter(file -> file.getKey().startsWith(name + "-"))
                    .flatMap(file -> file.getValue().stream())
                    .toList();
            return named ? Table.named(names, rows) : new Table(List.of(), OptionalInt.empty(), rows);
        });
    }

    private List<List<V>> rows(List<RandomValues.Flavor> flavors, boolean ragged) {
        int count = switch (draw.below(10)) {
            case 0 -> 0;
            case 1, 2 -> draw.between(1, 5);
            case 3 -> draw.between(200, 1200);
            default -> draw.between(6, 60);
        };
        return IntStream.range(0, count)
                .mapToObj(i -> flavors.stream()
                        .limit(ragged ? draw.between(1, flavors.size()) : flavors.size())
                        .map(values::value)
                        .toList())
                .toList();
    }

    private String path() {
        return "out/" + draw.fresh("w") + ".msgpack";
    }

    private FlowStep write(Table table) {
        List<Integer> divided = IntStream.range(0, table.names().size())
                .filter(column -> isPathPart(LuaMeaning.column(table, column)))
                .boxed()
                .toList();
        if (!divided.isEmpty() && draw.once(2)) {
            int column = draw.of(divided);
            String start = "out/" + draw.fresh("w") + "-";
            String yaml = "- write: \"" + start + "{" + table.names().get(column) + "}.msgpack\"";
            return new FlowStep(yaml, (in, now) -> in, in -> {
                Map<String, Expected> files = new TreeMap<>();
                in.byKey(List.of(column))
                        .forEach((key, rows) -> files.put(
                                start
                                        + (key.get(0).isWhole()
                                                ? key.get(0).whole()
                                                : key.get(0).latin()) + ".msgpack",
                                new Expected.Exact(rows)));
                return files;
            });
        }
        String path = path();
        return new FlowStep("- write: " + path, (in, now) -> in, in -> Map.of(path, new Expected.Exact(in.rows())));
    }

    private static boolean isPathPart(List<V> values) {
        return values.stream().distinct().count() < 50
                && values.stream()
                        .allMatch(value -> value.isWhole()
                                || value.kind() == V.Kind.TEXT && value.latin().matches("[a-z0-9 ]{1,20}"));
    }

    private void end(String name, List<FlowStep> steps) {
        Table table = world.datasets().getOrDefault(name, Table.ragged(List.of()));
        Optional<FlowStep> loose = switch (used.contains(name) ? 9 : draw.below(5)) {
            case 0 -> order.lastPartition(table, path());
            case 1 -> order.lastSample(table, path());
            default -> Optional.empty();
        };
        steps.add(loose.orElseGet(() -> write(table)));
    }
}
