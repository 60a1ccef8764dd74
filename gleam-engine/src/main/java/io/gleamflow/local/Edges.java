package io.gleamflow.local;

import io.gleamflow.operator.Budget;
import io.gleamflow.operator.SpillStore;
import io.gleamflow.plan.Exchange;
import io.gleamflow.plan.Input;
import io.gleamflow.plan.Plan;
import io.gleamflow.plan.Stage;
import io.gleamflow.row.LineColumns;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.TextSink;
import io.gleamflow.run.RunListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** All edges of a plan, and where each stage has to put its rows. Built by one thread. */
final class Edges {

    private final Plan plan;
    private final Memory memory;
    private final SpillStore store;
    private final Figures figures;
    private final Rejects rejects;
    private final RunListener log;
    private final Map<Integer, Edge> into = new HashMap<>();
    private final Map<Integer, List<Inflow>> outOf = new HashMap<>();
    private final Map<Integer, RowSpools> spools = new HashMap<>();
    private final Map<Integer, RecordPieces> pieces = new HashMap<>();

    Edges(Plan plan, Memory memory, SpillStore store, Figures figures, Rejects rejects, RunListener log) {
        this.rejects = rejects;
        this.log = log;
        this.plan = plan;
        this.memory = memory;
        this.store = store;
        this.figures = figures;
        for (Stage stage : plan.stages()) {
            if (stage.input() instanceof Input.Records records) {
                pieces.put(stage.number(), new RecordPieces(records, stage.shards()));
            }
            Optional<Edge> edge = edge(stage);
            if (edge.isPresent()) {
                into.put(stage.number(), edge.get());
            }
        }
    }

    /** Carries rows to a stage that does not read a source. */
    Edge into(int stage) {
        Edge edge = into.get(stage);
        if (edge == null) {
            throw new IllegalStateException("nothing carries rows to stage " + stage);
        }
        return edge;
    }

    /** Divides the files that a stage reads. */
    RecordPieces pieces(int stage) {
        RecordPieces divided = pieces.get(stage);
        if (divided == null) {
            throw new IllegalStateException("stage " + stage + " reads no files");
        }
        return divided;
    }

    /** Takes what leaves a shard of a stage, for all that want it. */
    RowSink outOf(int stage, int shard) {
        List<RowSink> writers = new ArrayList<>();
        for (Inflow inflow : outOf.getOrDefault(stage, List.of())) {
            writers.add(inflow.writer(shard));
        }
        return writers.size() == 1 ? writers.get(0) : new Fan(writers);
    }

    private Optional<Edge> edge(Stage stage) {
        Input input = stage.input();
        if (input instanceof Input.Exchanged exchanged) {
            return Optional.of(exchanged(exchanged, stage.shards()));
        } else if (input instanceof Input.Concatenated concatenated) {
            List<RowSpools> inputs =
                    concatenated.stages().stream().map(this::spools).toList();
            return Optional.of(new ForwardEdge(inputs, stage.shards()));
        } else if (input instanceof Input.Rejected rejected) {
            List<RowSpools> inputs = rejected.feeds().stream()
                    .flatMap(feed -> rejects.of(feed).stream())
                    .toList();
            return Optional.of(new ForwardEdge(inputs, stage.shards()));
        } else if (input instanceof Input.Joined joined) {
            return Optional.of(paired(
                    joined.left(),
                    joined.right(),
                    new JoinPairing(
                            joined,
                            memory.ofSort(),
                            store,
                            (shard, partners) ->
                                    figures.of(stage.number(), shard).joined(partners)),
                    stage.shards()));
        } else if (input instanceof Input.CoGrouped grouped) {
            return Optional.of(paired(grouped.left(), grouped.right(), new CoGroupPairing(grouped), stage.shards()));
        } else if (input instanceof Input.Crossed crossed) {
            return Optional.of(new CrossEdge(
                    spools(crossed.left().stage()),
                    spools(crossed.right().stage()),
                    crossed.left().width(),
                    crossed.right().width()));
        }
        return Optional.empty();
    }

    private Edge exchanged(Input.Exchanged from, int shards) {
        Exchange exchange = from.exchange();
        int stage = from.stage();
        if (exchange instanceof Exchange.Range range) {
            SortedInflow inflow = inflow(stage, range.columns(), range.descending());
            outflow(stage, watched(range, shardsOf(stage), inflow));
            return new RangeEdge(inflow, range.keys(), shards);
        } else if (exchange instanceof Exchange.Hash hash) {
            int[] columns = hash.columns().stream().mapToInt(i -> i).toArray();
            HashEdge edge = new HashEdge(columns, shardsOf(stage), shards, memory.ofSpools(), storesOf(stage));
            outflow(stage, edge);
            return edge;
        } else if (exchange instanceof Exchange.Cut cut) {
            return new CutEdge(spools(stage), cut, shards);
        } else if (exchange instanceof Exchange.Deal) {
            return new DealEdge(spools(stage), shards);
        }
        return new ForwardEdge(List.of(spools(stage)), shards);
    }

    private Edge paired(Input.Side left, Input.Side right, JoinEdge.Pairing pairing, int shards) {
        List<Boolean> leftUp = left.keys().stream().map(key -> false).toList();
        List<Boolean> rightUp = right.keys().stream().map(key -> false).toList();
        return new JoinEdge(
                sorted(left.stage(), left.keys(), leftUp),
                sorted(right.stage(), right.keys(), rightUp),
                pairing,
                shards);
    }

    private int shardsOf(int stage) {
        return plan.stages().get(stage).shards();
    }

    private void outflow(int stage, Inflow inflow) {
        outOf.computeIfAbsent(stage, key -> new ArrayList<>()).add(inflow);
    }

    private SortedInflow sorted(int stage, List<Integer> columns, List<Boolean> descending) {
        SortedInflow inflow = inflow(stage, columns, descending);
        outflow(stage, inflow);
        return inflow;
    }

    private SortedInflow inflow(int stage, List<Integer> columns, List<Boolean> descending) {
        return new SortedInflow(columns, descending, shardsOf(stage), memory.ofSort(), storesOf(stage));
    }

    /** What the shards of a stage spill on their way out. */
    private IntFunction<SpillStore> storesOf(int stage) {
        return shard -> figures.of(stage, shard).counted(store);
    }

    private Inflow watched(Exchange.Range range, int shards, SortedInflow inflow) {
        List<Integer> ordered =
                range.columns().subList(range.keys(), range.columns().size());
        if (range.step().isEmpty() || ordered.isEmpty()) {
            return inflow;
        }
        Map<Integer, String> titles = new LinkedHashMap<>();
        ordered.forEach(column -> titles.put(column, "column " + (column + 1)));
        NumeralWarning warning = new NumeralWarning(range.step().get(), titles, shards, log);
        return shard -> warning.watched(inflow.writer(shard));
    }

    /** The rows of a stage, kept once for all that read them at their own pace. */
    private RowSpools spools(int stage) {
        RowSpools known = spools.get(stage);
        if (known == null) {
            known = new RowSpools(shardsOf(stage), drains(stage), room(stage), storesOf(stage));
            spools.put(stage, known);
            outflow(stage, known);
        }
        return known;
    }

    /** None for rows that are to be kept on disk. */
    private Budget room(int stage) {
        Stage of = plan.stages().get(stage);
        boolean onDisk = Stream.concat(of.ofEngine().stream(), of.inWorker().stream())
                .anyMatch(operation -> operation.head().onDisk());
        return onDisk ? Budget.of(0) : memory.ofSpools();
    }

    /** How often the rows of a stage are drained; some readers take parts of them in their own ways. */
    private int drains(int stage) {
        int drains = 0;
        for (Stage reader : plan.stages()) {
            for (int from : Input.stages(reader.input())) {
                if (from == stage && readsSpools(reader.input())) {
                    if (!drainsSpools(reader.input())) {
                        return RowSpool.KEPT;
                    }
                    drains++;
                }
            }
        }
        return drains;
    }

    private static boolean readsSpools(Input input) {
        boolean sorted = input instanceof Input.Exchanged exchanged
                && (exchanged.exchange() instanceof Exchange.Range || exchanged.exchange() instanceof Exchange.Hash);
        return !sorted
                && !(input instanceof Input.Joined)
                && !(input instanceof Input.CoGrouped)
                && !(input instanceof Input.Rejected);
    }

    private static boolean drainsSpools(Input input) {
        boolean parts = input instanceof Input.Exchanged exchanged
                && (exchanged.exchange() instanceof Exchange.Cut || exchanged.exchange() instanceof Exchange.Deal);
        return !parts && !(input instanceof Input.Crossed);
    }

    /** Hands each row to several; to none means nobody wants it. */
    private static final class Fan implements RowSink {
        private final RowSink[] sinks;

        Fan(List<RowSink> sinks) {
            this.sinks = sinks.toArray(new RowSink[0]);
        }

        @Override
        public void row(byte[] bytes, int start, int end) {
            for (RowSink sink : sinks) {
                sink.row(bytes, start, end);
            }
        }

        @Override
        public Optional<TextSink> lines(LineColumns columns) {
            return sinks.length == 0 ? Optional.of((bytes, start, end, lines) -> {}) : Optional.empty();
        }

        @Override
        public void end() {
            for (RowSink sink : sinks) {
                sink.end();
            }
        }
    }
}
