package io.gleamflow.worker;

import io.gleamflow.connector.FilePiece;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.flow.LuaText;
import io.gleamflow.plan.Operation;
import io.gleamflow.problem.Place;
import io.gleamflow.script.Libraries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@link TaskSpec} as a control map and back. */
public final class TaskCodec {

    private TaskCodec() {}

    public static Map<String, Object> write(TaskSpec task) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(Control.TYPE, Control.TASK);
        map.put("flow", place(task.flow()));
        map.put("params", task.params());
        List<Object> functions = new ArrayList<>();
        for (LuaText text : task.functions()) {
            functions.add(lua(text));
        }
        map.put("functions", functions);
        List<Object> operations = new ArrayList<>();
        for (Operation operation : task.operations()) {
            operations.add(operation.accept(new OperationWriter(task.runtime())));
        }
        map.put("operations", operations);
        map.put("longestRow", task.longestRow());
        map.put("input", input(task.input()));
        if (task.runtime() == LuaRuntime.LUAJIT) {
            map.put("libraries", Libraries.files());
            map.put("libraryNames", Libraries.NAMES);
            map.put("tableMemory", Chain.TABLE_MEMORY);
        }
        return map;
    }

    /**
     * Reads what {@link #write} has written.
     *
     * @throws IllegalArgumentException when the map is something else
     */
    static TaskSpec read(Control map) {
        List<LuaText> functions = new ArrayList<>();
        for (Control text : map.maps("functions")) {
            functions.add(lua(text));
        }
        List<Operation> operations = new ArrayList<>();
        for (Control operation : map.maps("operations")) {
            operations.add(OperationReader.read(operation));
        }
        return new TaskSpec(
                LuaRuntime.LUAJ,
                place(map.map("flow")),
                map.blobs("params"),
                functions,
                operations,
                input(map.map("input")),
                map.integer("longestRow"));
    }

    static Map<String, Object> place(Place place) {
        return Map.of("file", place.file(), "line", place.line(), "column", place.column());
    }

    static Place place(Control map) {
        return new Place(map.text("file"), map.integer("line"), map.integer("column"));
    }

    static Map<String, Object> lua(LuaText text) {
        return Map.of(
                "source", text.source(),
                "place", place(text.place()),
                "line", text.firstLine(),
                "block", text.block(),
                "exact", text.exactLines());
    }

    static LuaText lua(Control map) {
        return new LuaText(
                map.text("source"), place(map.map("place")), map.integer("line"), map.bool("block"), map.bool("exact"));
    }

    private static Map<String, Object> input(TaskInput input) {
        if (input instanceof TaskInput.Lines lines) {
            List<Object> pieces = new ArrayList<>();
            for (FilePiece piece : lines.pieces()) {
                pieces.add(piece(piece));
            }
            return Map.of("step", step(lines.reader()), "pieces", pieces);
        } else if (input instanceof TaskInput.Records records) {
            return RecordsCodec.write(records);
        } else if (input instanceof TaskInput.Numbers numbers) {
            return Map.of("first", numbers.first(), "last", numbers.last());
        }
        return input instanceof TaskInput.LocatedFrames ? Map.of("located", true) : Map.of();
    }

    static Map<String, Object> step(Head step) {
        return Map.of("title", step.title(), "place", place(step.place()));
    }

    static Head step(Control step) {
        return Head.of(step.text("title"), place(step.map("place")), Optional.empty(), List.of());
    }

    static Map<String, Object> piece(FilePiece piece) {
        return Map.of("path", piece.path(), "start", piece.start(), "end", piece.end(), "size", piece.size());
    }

    static FilePiece piece(Control piece) {
        return new FilePiece(piece.text("path"), piece.number("start"), piece.number("end"), piece.number("size"));
    }

    private static TaskInput input(Control map) {
        if (map.has("format")) {
            return RecordsCodec.read(map);
        } else if (map.has("pieces")) {
            List<FilePiece> pieces = new ArrayList<>();
            for (Control piece : map.maps("pieces")) {
                pieces.add(piece(piece));
            }
            return new TaskInput.Lines(step(map.map("step")), pieces);
        }
        return map.has("first")
                ? new TaskInput.Numbers(map.number("first"), map.number("last"))
                : map.has("located") ? new TaskInput.LocatedFrames() : new TaskInput.Frames();
    }
}
