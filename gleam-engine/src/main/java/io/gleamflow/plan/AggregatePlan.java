package io.gleamflow.plan;

import io.gleamflow.flow.AggregateKind;
import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.KeyStep;
import io.gleamflow.flow.LuaText;
import io.gleamflow.flow.NamedScript;
import io.gleamflow.flow.Positions;
import io.gleamflow.script.AggregateSyntaxException;
import io.gleamflow.script.AggregateText;
import io.gleamflow.script.LuaTokens;
import io.gleamflow.script.ScriptText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Plans {@code reduce} with named entries: what stands inside the aggregates becomes columns behind the key, the aggregates
 * are made of those, and what stands around them is worked out once for each key.
 */
final class AggregatePlan {

    private final Stages stages;
    private final Head head;
    private final Columns before;
    private final List<Integer> keys;
    private final List<String> keyNames;
    private final List<AggregateText> texts = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private AggregatePlan(KeyStep.Aggregate step, Columns before, Columns after, Stages stages) {
        this.stages = stages;
        this.head = step.head();
        this.before = before;
        this.keys = Indexes.of(step.by(), before);
        this.keyNames = after.names().subList(0, keys.size());
        Set<String> taken = new HashSet<>(after.names());
        for (NamedScript entry : step.entries()) {
            AggregateText text = parsed(entry, taken);
            text.calls().forEach(call -> taken.add(call.name()));
            texts.add(text);
            names.add(entry.name().value());
        }
    }

    /**
     * Plans the step and returns the number of the stage it ends in.
     *
     * @param after the columns of the result
     */
    static Integer plan(KeyStep.Aggregate step, Columns before, Columns after, Stages stages) {
        return new AggregatePlan(step, before, after, stages).plan();
    }

    private static AggregateText parsed(NamedScript entry, Set<String> taken) {
        try {
            return AggregateText.parse(entry.script(), taken);
        } catch (AggregateSyntaxException e) {
            throw new IllegalStateException(entry.name().place() + ": unchecked aggregate", e);
        }
    }

    private Integer plan() {
        List<Aggregated> aggregates = arguments();
        int count = keys.size();
        boolean partial = aggregates.stream().allMatch(each -> each.kind().isMergeable());
        if (partial) {
            stages.add(new RowOperation.PartialAggregate(head, count, aggregates));
        }
        if (count == 0) {
            stages.gather();
        } else {
            stages.range(Exchange.Range.ofFirst(count), head);
        }
        stages.add(new EngineOperation.FinalAggregate(head, count, aggregates, partial));
        results();
        return stages.current();
    }

    private List<AggregateText.Call> calls() {
        return texts.stream().flatMap(text -> text.calls().stream()).toList();
    }

    /** Makes rows of the key and the arguments of all aggregates. */
    private List<Aggregated> arguments() {
        List<Integer> wanted = new ArrayList<>(keys);
        List<LuaOperation.Expression> computed = new ArrayList<>();
        List<Aggregated> aggregates = new ArrayList<>();
        int width = before.width().orElseGet(this::used);
        for (AggregateText.Call call : calls()) {
            OptionalInt column = OptionalInt.empty();
            if (call.argument().isPresent()) {
                LuaText argument = call.argument().get();
                OptionalInt plain = plain(argument);
                if (plain.isEmpty()) {
                    plain = OptionalInt.of(width + computed.size());
                    computed.add(new LuaOperation.Expression(call.name(), argument, before, plain.getAsInt()));
                }
                column = OptionalInt.of(wanted.size());
                wanted.add(plain.getAsInt());
            }
            aggregates.add(new Aggregated(call.kind(), column, call.percent(), title(call)));
        }
        if (!computed.isEmpty()) {
            if (before.width().isEmpty()) {
                // the results need a place behind the columns
                stages.add(new RowOperation.Pick(
                        head, IntStream.range(0, width).boxed().toList()));
            }
            stages.script(new LuaOperation.Expressions(LuaOperation.Result.SET, head, computed, before, List.of()));
        }
        numbers(wanted, aggregates);
        stages.add(new RowOperation.Pick(head, wanted));
        return aggregates;
    }

    /** A row that is left out is left out of all aggregates, so that it is looked at before. */
    private void numbers(List<Integer> wanted, List<Aggregated> aggregates) {
        List<Aggregated> numeric = new ArrayList<>();
        for (Aggregated each : aggregates) {
            boolean adds = each.kind() == AggregateKind.SUM || each.kind() == AggregateKind.AVG;
            if (adds && each.column().isPresent()) {
                OptionalInt column = OptionalInt.of(wanted.get(each.column().getAsInt()));
                numeric.add(new Aggregated(each.kind(), column, each.percent(), each.title()));
            }
        }
        if (head.onError().rejectsRows() && !numeric.isEmpty()) {
            stages.add(new EngineOperation.Numbers(head, numeric, before.names()));
        }
    }

    /**
     * How many columns the keys and arguments mention, where nobody knows how many there are. The check has refused arguments
     * that may look at others.
     */
    private int used() {
        int used = keys.stream().mapToInt(key -> key + 1).max().orElse(0);
        for (AggregateText.Call call : calls()) {
            String lua = LuaTokens.of(call.argument().map(LuaText::source).orElse("")).stream()
                    .map(LuaTokens.Token::text)
                    .collect(Collectors.joining(" "));
            used = Math.max(used, Positions.highest(lua));
        }
        return used;
    }

    private static String title(AggregateText.Call call) {
        String argument = call.argument().map(text -> text.source().strip()).orElse("");
        return call.kind().word() + "(" + argument + ")";
    }

    /** The column that an argument is, when it is nothing else. */
    private OptionalInt plain(LuaText argument) {
        String name = argument.source().strip();
        boolean isName = name.matches("[A-Za-z_][A-Za-z0-9_]*") && !ScriptText.RESERVED.contains(name);
        return isName ? before.indexOf(new ColumnRef.Named(name, argument.place())) : OptionalInt.empty();
    }

    /** Works out what stands around the aggregates, unless nothing does. */
    private void results() {
        if (texts.stream().allMatch(AggregateText::isOneCall)) {
            return;
        }
        List<String> seen = new ArrayList<>(keyNames);
        calls().forEach(call -> seen.add(call.name()));
        Columns aggregated = Columns.named(seen);
        List<LuaOperation.Expression> entries = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            entries.add(new LuaOperation.Expression(
                    names.get(i), texts.get(i).outer(), aggregated, seen.size() + entries.size()));
        }
        stages.script(new LuaOperation.Expressions(LuaOperation.Result.SET, head, entries, aggregated, List.of()));
        List<Integer> wanted =
                new ArrayList<>(IntStream.range(0, keys.size()).boxed().toList());
        IntStream.range(0, entries.size()).forEach(i -> wanted.add(seen.size() + i));
        stages.add(new RowOperation.Select(head, wanted));
    }
}
