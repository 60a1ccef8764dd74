package io.gleamflow.descriptor;

import io.gleamflow.flow.Head;
import io.gleamflow.flow.JoinStep;
import io.gleamflow.flow.ShardStep;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.problem.Place;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a verb with its argument and options. */
final class VerbReader {

    private final Readers readers;
    private final Nodes nodes;

    VerbReader(Readers readers) {
        this.readers = readers;
        this.nodes = readers.nodes();
    }

    /**
     * A step, or what stands in for one that cannot be read.
     *
     * @param first whether there is no step before
     */
    Step read(Entry verb, List<Entry> options, boolean first) {
        List<Entry> taken = OptionsReader.taken(verb.key(), options, nodes);
        OptionsReader reader = new OptionsReader(nodes, readers.columns(), verb, taken);
        Head head = reader.head(readers.defaults());
        boolean source = Words.isSource(verb.key()) || verb.key().equals("union") && first;
        Optional<Step> step = step(head, verb.value(), reader, first);
        Optional<Place> partitions = reader.place("partitions");
        if (step.isPresent() && partitions.isPresent()) {
            Dividing.check(step.get(), partitions.get(), nodes);
        }
        return step.isPresent() ? step.get() : Unread.step(head, source);
    }

    private Optional<Step> step(Head head, Node argument, OptionsReader options, boolean first) {
        return switch (head.verb()) {
            case "read" -> new SourceReader(readers, options).read(argument, head);
            case "rows" -> new RowsReader(nodes, readers.values()).read(argument, head);
            case "from" -> joins(options).dataset(argument, head).map(name -> new SourceStep.From(head, name));
            case "union" -> joins(options).union(argument, head, first);
            case "map" -> rows(options).map(argument, head);
            case "flatMap" -> rows(options).flatMap(argument, head);
            case "filter" -> rows(options).filter(argument, head);
            case "forEach" -> rows(options).forEach(argument, head);
            case "select" -> rows(options).select(argument, head);
            case "set" -> rows(options).set(argument, head);
            case "drop" -> rows(options).drop(argument, head);
            case "rename" -> rows(options).rename(argument, head);
            case "check" -> rows(options).check(argument, head);
            case "lua" -> rows(options).general(argument, head);
            case "reduce" -> keys(options).reduce(argument, head);
            case "reduceByKey" -> keys(options).reduceByKey(argument, head);
            case "countBy" -> keys(options).countBy(argument, head);
            case "groupBy" -> keys(options).groupBy(argument, head);
            case "distinct" -> keys(options).distinct(argument, head);
            case "join", "hashJoin" -> joins(options).join(argument, head, JoinStep.Kind.INNER);
            case "leftOuterJoin" -> joins(options).join(argument, head, JoinStep.Kind.LEFT);
            case "rightOuterJoin" -> joins(options).join(argument, head, JoinStep.Kind.RIGHT);
            case "fullOuterJoin" -> joins(options).join(argument, head, JoinStep.Kind.FULL);
            case "semiJoin" -> joins(options).join(argument, head, JoinStep.Kind.SEMI);
            case "antiJoin" -> joins(options).join(argument, head, JoinStep.Kind.ANTI);
            case "crossJoin" -> joins(options).crossJoin(argument, head);
            case "coGroup" -> joins(options).coGroup(argument, head);
            case "sort" -> order(options).sort(argument, head);
            case "top" -> order(options).top(argument, head);
            case "limit" -> order(options).limit(argument, head);
            case "skip" -> order(options).skip(argument, head);
            case "sample" -> order(options).sample(argument, head);
            case "partition" ->
                shards(argument, head, shards -> new ShardStep.Partition(head, shards, options.columns("by")));
            case "roundRobin" -> shards(argument, head, shards -> new ShardStep.RoundRobin(head, shards));
            case "broadcast" -> shards(argument, head, shards -> new ShardStep.Broadcast(head, shards));
            case "merge" ->
                Nodes.isPlain(argument)
                        ? Optional.of(new ShardStep.Merge(head, 1))
                        : shards(argument, head, shards -> new ShardStep.Merge(head, shards));
            case "pipe" -> new ProgramReader(readers, options).pipe(argument, head);
            case "pipeAsArgs" -> new ProgramReader(readers, options).pipeAsArgs(argument, head);
            case "exec" -> new ProgramReader(readers, options).exec(argument, head);
            case "print" -> new EndReader(readers, options).print(argument, head);
            case "write" -> new EndReader(readers, options).write(argument, head);
            default -> throw new IllegalStateException(head.verb() + " is in the list of verbs and is not read");
        };
    }

    private RowStepReader rows(OptionsReader options) {
        return new RowStepReader(readers, options);
    }

    private KeyStepReader keys(OptionsReader options) {
        return new KeyStepReader(readers, options);
    }

    private JoinReader joins(OptionsReader options) {
        return new JoinReader(readers, options);
    }

    private OrderReader order(OptionsReader options) {
        return new OrderReader(readers, options);
    }

    private Optional<Step> shards(Node argument, Head head, IntFunction<Step> step) {
        OptionalInt shards = new TuningReader(nodes).partitions(argument, head.verb());
        return shards.isEmpty() ? Optional.empty() : Optional.of(step.apply(shards.getAsInt()));
    }
}
