package io.gleamflow.worker;

import io.gleamflow.flow.ColumnType;
import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Conversion;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.Text;
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
            case "partialReduce" ->
                new LuaOperation.PartialReduce(head, TaskCodec.lua(map.map("lua")), columns(map), map.integer("keys"));
            case "finalReduce" ->
                new LuaOperation.FinalReduce(head, TaskCodec.lua(map.map("lua")), columns(map), map.integer("keys"));
            case "partialCount" -> new RowOperation.PartialCount(head, indexes(map));
            case "finalCount" -> new RowOperation.FinalCount(head, map.integer("keys"));
            case "select" -> new RowOperation.Select(head, indexes(map));
            case "convert" -> new RowOperation.Convert(head, types(map));
            default ->
                new LuaOperation.Script(
                        LuaOperation.Kind.valueOf(map.text("kind")),
                        head,
                        TaskCodec.lua(map.map("lua")),
                        columns(map),
                        List.of(),
                        List.of());
        };
    }

    private static Head head(Control map) {
        Place place = TaskCodec.place(map.map("place"));
        List<Text> as = map.list("as").stream()
                .map(name -> new Text((String) name, place))
                .toList();
        return Head.of(map.text("verb"), place, Optional.of(map.text("title")), as);
    }

    private static List<Integer> indexes(Control map) {
        return map.list("indexes").stream()
                .map(index -> Math.toIntExact((Long) index))
                .toList();
    }

    private static Map<Integer, Conversion> types(Control map) {
        Map<Integer, Conversion> types = new HashMap<>();
        map.entries("types")
                .forEach((column, type) ->
                        types.put(Integer.valueOf(column), Conversion.to(ColumnType.valueOf((String) type))));
        return types;
    }

    private static Columns columns(Control map) {
        List<String> names =
                map.list("columns").stream().map(String.class::cast).toList();
        return new Columns(names, map.has("width") ? OptionalInt.of(map.integer("width")) : OptionalInt.empty());
    }
}
