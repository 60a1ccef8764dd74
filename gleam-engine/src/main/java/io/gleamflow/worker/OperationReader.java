package io.gleamflow.worker;

import io.gleamflow.flow.ColumnType;
import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.Text;
import io.gleamflow.plan.Operation;
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
            case "partialReduce" -> new Operation.PartialReduce(head, TaskCodec.lua(map.map("lua")), columns(map));
            case "finalReduce" -> new Operation.FinalReduce(head, TaskCodec.lua(map.map("lua")), columns(map));
            case "partialCount" -> new Operation.PartialCount(head, indexes(map));
            case "finalCount" -> new Operation.FinalCount(head, map.integer("keys"));
            case "select" -> new Operation.Select(head, indexes(map));
            case "convert" -> new Operation.Convert(head, types(map));
            default ->
                new Operation.Script(
                        Operation.Kind.valueOf(map.text("kind")), head, TaskCodec.lua(map.map("lua")), columns(map));
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

    private static Map<Integer, ColumnType> types(Control map) {
        Map<Integer, ColumnType> types = new HashMap<>();
        map.entries("types")
                .forEach((column, type) -> types.put(Integer.valueOf(column), ColumnType.valueOf((String) type)));
        return types;
    }

    private static Columns columns(Control map) {
        List<String> names =
                map.list("columns").stream().map(String.class::cast).toList();
        return new Columns(names, map.has("width") ? OptionalInt.of(map.integer("width")) : OptionalInt.empty());
    }
}
