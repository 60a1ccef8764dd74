package io.gleamflow.worker;

import io.gleamflow.flow.Head;
import io.gleamflow.flow.Text;
import io.gleamflow.plan.Operation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Operations as control maps. */
final class OperationWriter implements Operation.Visitor<Map<String, Object>> {

    private static Map<String, Object> map(String kind, Operation operation) {
        Head head = operation.head();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", kind);
        map.put("verb", head.verb());
        map.put("title", head.title());
        map.put("place", TaskCodec.place(head.place()));
        map.put("as", head.as().stream().map(Text::value).toList());
        return map;
    }

    @Override
    public Map<String, Object> script(Operation.Script operation) {
        Map<String, Object> map = map(operation.kind().name(), operation);
        map.put("lua", TaskCodec.lua(operation.text()));
        map.put("columns", operation.before().names());
        operation.before().width().ifPresent(width -> map.put("width", width));
        return map;
    }

    @Override
    public Map<String, Object> partialReduce(Operation.PartialReduce operation) {
        Map<String, Object> map = map("partialReduce", operation);
        map.put("lua", TaskCodec.lua(operation.text()));
        return map;
    }

    @Override
    public Map<String, Object> finalReduce(Operation.FinalReduce operation) {
        Map<String, Object> map = map("finalReduce", operation);
        map.put("lua", TaskCodec.lua(operation.text()));
        return map;
    }

    @Override
    public Map<String, Object> partialCount(Operation.PartialCount operation) {
        Map<String, Object> map = map("partialCount", operation);
        map.put("columns", operation.columns());
        return map;
    }

    @Override
    public Map<String, Object> finalCount(Operation.FinalCount operation) {
        Map<String, Object> map = map("finalCount", operation);
        map.put("keys", operation.keys());
        return map;
    }

    @Override
    public Map<String, Object> select(Operation.Select operation) {
        Map<String, Object> map = map("select", operation);
        map.put("columns", operation.columns());
        return map;
    }

    @Override
    public Map<String, Object> convert(Operation.Convert operation) {
        Map<String, Object> map = map("convert", operation);
        Map<String, Object> types = new HashMap<>();
        operation.types().forEach((column, type) -> types.put(column.toString(), type.name()));
        map.put("types", types);
        return map;
    }

    @Override
    public Map<String, Object> print(Operation.Print operation) {
        throw new IllegalArgumentException("print runs in the engine");
    }

    @Override
    public Map<String, Object> write(Operation.Write operation) {
        throw new IllegalArgumentException("write runs in the engine");
    }
}
