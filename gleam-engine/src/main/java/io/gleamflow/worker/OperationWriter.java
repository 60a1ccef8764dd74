package io.gleamflow.worker;

import io.gleamflow.flow.ColumnType;
import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Conversion;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.flow.LuaText;
import io.gleamflow.flow.Text;
import io.gleamflow.plan.Aggregated;
import io.gleamflow.plan.EngineOperation;
import io.gleamflow.plan.LuaOperation;
import io.gleamflow.plan.Operation;
import io.gleamflow.plan.OperationVisitor;
import io.gleamflow.plan.RowOperation;
import io.gleamflow.script.LuaForm;
import io.gleamflow.script.ScriptText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Operations as control maps. */
final class OperationWriter implements OperationVisitor<Map<String, Object>> {

    /** What the worker for LuaJIT knows how to read. */
    private static final Set<ColumnType> OF_LUAJIT =
            EnumSet.of(ColumnType.TEXT, ColumnType.INT, ColumnType.NUMBER, ColumnType.BOOL);

    private final LuaRuntime runtime;

    /** For a worker of this runtime. */
    OperationWriter(LuaRuntime runtime) {
        this.runtime = runtime;
    }

    private static Map<String, Object> map(String kind, Operation operation) {
        Head head = operation.head();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", kind);
        map.put("verb", head.verb());
        map.put("title", head.title());
        map.put("place", TaskCodec.place(head.place()));
        List<String> as = new ArrayList<>();
        for (Text name : head.as()) {
            as.add(name.value());
        }
        map.put("as", as);
        map.put("rejects", operation.rejectsRows());
        return map;
    }

    private Map<String, Object> script(String kind, Operation operation, LuaText text, Columns before) {
        Map<String, Object> map = map(kind, operation);
        put(map, text, before);
        return map;
    }

    private void put(Map<String, Object> map, LuaText text, Columns before) {
        put(map, before);
        if (runtime == LuaRuntime.LUAJIT) {
            map.put("script", prepared(ScriptText.of(text, before)));
        } else {
            map.put("lua", TaskCodec.lua(text));
        }
    }

    private static void put(Map<String, Object> map, Columns columns) {
        map.put("columns", columns.names());
        if (columns.width().isPresent()) {
            map.put("width", columns.width().getAsInt());
        }
    }

    /** What the names in a text mean is found out here, since it takes a compiler that lets itself be asked. */
    private static Map<String, Object> prepared(ScriptText text) {
        return Map.of(
                "chunk", text.chunk(),
                "file", text.chunkName(),
                "line", text.firstLine(),
                "byPosition", text.form() == LuaForm.FUNCTION,
                "wanted", text.columns(),
                "row", text.wantsRow(),
                "prev", text.wantsPrev(),
                "emits", text.mentionsEmit());
    }

    @Override
    public Map<String, Object> script(LuaOperation.Script operation) {
        Map<String, Object> map = script(operation.kind().name(), operation, operation.text(), operation.before());
        map.put("per", operation.per());
        map.put("keep", operation.keep());
        return map;
    }

    @Override
    public Map<String, Object> expressions(LuaOperation.Expressions operation) {
        Map<String, Object> map = map("expressions", operation);
        put(map, operation.after());
        map.put("result", operation.result().name());
        map.put("entries", operation.entries().stream().map(this::entry).toList());
        map.put("per", operation.per());
        return map;
    }

    private Map<String, Object> entry(LuaOperation.Expression entry) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", entry.name());
        map.put("column", entry.column());
        put(map, entry.text(), entry.before());
        if (runtime == LuaRuntime.LUAJIT) {
            map.put("title", Chain.entry(entry).title());
            map.put("place", TaskCodec.place(entry.text().place()));
        }
        return map;
    }

    @Override
    public Map<String, Object> general(LuaOperation.General operation) {
        Map<String, Object> map = map("general", operation);
        put(map, operation.before());
        map.put("lua", TaskCodec.lua(operation.text()));
        map.put("per", operation.per());
        return map;
    }

    @Override
    public Map<String, Object> partialReduce(LuaOperation.PartialReduce operation) {
        Map<String, Object> map = script("partialReduce", operation, operation.text(), operation.before());
        map.put("keys", operation.keys());
        return map;
    }

    @Override
    public Map<String, Object> finalReduce(LuaOperation.FinalReduce operation) {
        Map<String, Object> map = script("finalReduce", operation, operation.text(), operation.before());
        map.put("keys", operation.keys());
        return map;
    }

    private static Map<String, Object> indexes(String kind, Operation operation, List<Integer> indexes) {
        Map<String, Object> map = map(kind, operation);
        map.put("indexes", indexes);
        return map;
    }

    @Override
    public Map<String, Object> partialCount(RowOperation.PartialCount operation) {
        return indexes("partialCount", operation, operation.columns());
    }

    @Override
    public Map<String, Object> select(RowOperation.Select operation) {
        return indexes("select", operation, operation.columns());
    }

    @Override
    public Map<String, Object> front(RowOperation.Front operation) {
        return indexes("front", operation, operation.columns());
    }

    @Override
    public Map<String, Object> drop(RowOperation.Drop operation) {
        return indexes("drop", operation, operation.columns());
    }

    @Override
    public Map<String, Object> finalCount(RowOperation.FinalCount operation) {
        Map<String, Object> map = map("finalCount", operation);
        map.put("keys", operation.keys());
        return map;
    }

    @Override
    public Map<String, Object> convert(RowOperation.Convert operation) {
        Map<String, Object> map = map("convert", operation);
        Map<String, Object> types = new HashMap<>();
        operation.types().forEach((column, conversion) -> types.put(column.toString(), type(conversion)));
        map.put("types", types);
        return map;
    }

    private Map<String, Object> type(Conversion conversion) {
        if (runtime == LuaRuntime.LUAJIT && !OF_LUAJIT.contains(conversion.type())) {
            throw new IllegalArgumentException(conversion.type() + " is not for LuaJIT");
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", conversion.type().name());
        conversion.pattern().ifPresent(pattern -> map.put("pattern", pattern));
        return map;
    }

    @Override
    public Map<String, Object> pick(RowOperation.Pick operation) {
        return indexes("pick", operation, operation.columns());
    }

    @Override
    public Map<String, Object> partialAggregate(RowOperation.PartialAggregate operation) {
        Map<String, Object> map = map("partialAggregate", operation);
        map.put("keys", operation.keys());
        map.put(
                "aggregates",
                operation.aggregates().stream().map(OperationWriter::aggregate).toList());
        return map;
    }

    private static Map<String, Object> aggregate(Aggregated aggregate) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", aggregate.kind().name());
        aggregate.column().ifPresent(column -> map.put("column", column));
        map.put("title", aggregate.title());
        return map;
    }

    @Override
    public Map<String, Object> engine(EngineOperation operation) {
        throw new IllegalArgumentException(operation.head().verb() + " runs in the engine");
    }
}
