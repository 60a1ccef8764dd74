package io.gleamflow.worker;

import io.gleamflow.flow.AggregateKind;
import io.gleamflow.flow.ColumnType;
import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Conversion;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.LuaText;
import io.gleamflow.flow.OnError;
import io.gleamflow.flow.Text;
import io.gleamflow.plan.Aggregated;
import io.gleamflow.plan.LuaOperation;
import io.gleamflow.plan.Operation;
import io.gleamflow.plan.RowOperation;
import io.gleamflow.problem.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Control maps as operations again. */
final class OperationReader {

    private OperationReader() {}

    static Operation read(Control map) {
        Head head = head(map);
        return switch (map.text("kind")) {
            case "expressions" -> expressions(head, map);
            case "general" -> new LuaOperation.General(head, lua(map), columns(map), indexes(map, "per"));
            case "partialReduce" -> new LuaOperation.PartialReduce(head, lua(map), columns(map), map.integer("keys"));
            case "finalReduce" -> new LuaOperation.FinalReduce(head, lua(map), columns(map), map.integer("keys"));
            case "partialCount" -> new RowOperation.PartialCount(head, indexes(map, "indexes"));
            case "finalCount" -> new RowOperation.FinalCount(head, map.integer("keys"));
            case "select" -> new RowOperation.Select(head, indexes(map, "indexes"));
            case "front" -> new RowOperation.Front(head, indexes(map, "indexes"));
            case "drop" -> new RowOperation.Drop(head, indexes(map, "indexes"));
            case "pick" -> new RowOperation.Pick(head, indexes(map, "indexes"));
            case "partialAggregate" ->
                new RowOperation.PartialAggregate(
                        head,
                        map.integer("keys"),
                        map.maps("aggregates").stream()
                                .map(OperationReader::aggregate)
                                .toList());
            case "convert" -> new RowOperation.Convert(head, types(map), List.of());
            default ->
                new LuaOperation.Script(
                        LuaOperation.Kind.valueOf(map.text("kind")),
                        head,
                        lua(map),
                        columns(map),
                        indexes(map, "per"),
                        indexes(map, "keep"));
        };
    }

    /** None of those that workers have a part in has a percentage. */
    private static Aggregated aggregate(Control map) {
        OptionalInt column = map.has("column") ? OptionalInt.of(map.integer("column")) : OptionalInt.empty();
        return new Aggregated(AggregateKind.valueOf(map.text("kind")), column, 0, map.text("title"));
    }

    private static LuaText lua(Control map) {
        return TaskCodec.lua(map.map("lua"));
    }

    private static Operation expressions(Head head, Control map) {
        List<LuaOperation.Expression> entries = map.maps("entries").stream()
                .map(entry -> new LuaOperation.Expression(
                        entry.text("name"), lua(entry), columns(entry), entry.integer("column")))
                .toList();
        LuaOperation.Result result = LuaOperation.Result.valueOf(map.text("result"));
        return new LuaOperation.Expressions(result, head, entries, columns(map), indexes(map, "per"));
    }

    private static Head head(Control map) {
        Place place = TaskCodec.place(map.map("place"));
        List<Text> as =
                map.texts("as").stream().map(name -> new Text(name, place)).toList();
        Head head = Head.of(map.text("verb"), place, Optional.of(map.text("title")), as);
        return map.bool("rejects") ? head.with(new OnError.Skip()) : head;
    }

    private static List<Integer> indexes(Control map, String key) {
        return map.integers(key);
    }

    private static Map<Integer, Conversion> types(Control map) {
        Map<Integer, Conversion> types = new HashMap<>();
        map.entries("types").forEach((column, entry) -> types.put(Integer.valueOf(column), type(Control.of(entry))));
        return types;
    }

    private static Conversion type(Control map) {
        Optional<String> pattern = map.has("pattern") ? Optional.of(map.text("pattern")) : Optional.empty();
        return new Conversion(ColumnType.valueOf(map.text("type")), pattern);
    }

    private static Columns columns(Control map) {
        List<String> names = map.texts("columns");
        return new Columns(names, map.has("width") ? OptionalInt.of(map.integer("width")) : OptionalInt.empty());
    }
}
