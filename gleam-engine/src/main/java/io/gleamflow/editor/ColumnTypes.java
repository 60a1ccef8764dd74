package io.gleamflow.editor;

import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.ColumnType;
import io.gleamflow.flow.Columns;
import io.gleamflow.flow.ColumnsAfter;
import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.KeyStep;
import io.gleamflow.flow.NamedScript;
import io.gleamflow.flow.OrderStep;
import io.gleamflow.flow.RowStep;
import io.gleamflow.flow.ShardStep;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.TypedColumn;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The columns of datasets with the types that Lua has for them; {@code any} where it is not known. */
final class ColumnTypes {

    private static final String ANY = "any";

    private final Map<String, Columns> ends = new HashMap<>();
    private final Map<String, Map<String, String>> types = new LinkedHashMap<>();

    private ColumnTypes() {}

    /** For each dataset that has names for its columns, these with their types. */
    static Map<String, Map<String, String>> of(Flow flow) {
        ColumnTypes found = new ColumnTypes();
        flow.inOrder().forEach(found::add);
        Map<String, Map<String, String>> inOrder = new LinkedHashMap<>();
        for (Dataset dataset : flow.datasets()) {
            Map<String, String> columns = found.types.getOrDefault(dataset.name(), Map.of());
            if (!columns.isEmpty()) {
                inOrder.put(dataset.name(), columns);
            }
        }
        return inOrder;
    }

    private void add(Dataset dataset) {
        Columns columns = Columns.UNKNOWN;
        Map<String, String> known = Map.of();
        for (Step step : dataset.steps()) {
            Columns after = ColumnsAfter.of(step, columns, ends);
            known = after(step, known, after);
            columns = after;
        }
        ends.put(dataset.name(), columns);
        Map<String, String> all = new LinkedHashMap<>();
        for (String name : columns.names()) {
            all.put(name, known.getOrDefault(name, ANY));
        }
        types.put(dataset.name(), all);
    }

    private Map<String, String> after(Step step, Map<String, String> before, Columns after) {
        Map<String, String> known = new HashMap<>(kept(step, before));
        if (step instanceof SourceStep.Read read && isText(read.format())) {
            after.names().forEach(name -> known.put(name, "string"));
        } else if (step instanceof SourceStep.From from) {
            known.putAll(types.getOrDefault(from.dataset().value(), Map.of()));
        } else if (step instanceof SourceStep.Count) {
            after.names().forEach(name -> known.put(name, "integer"));
        } else if (step instanceof KeyStep.CountBy && !after.names().isEmpty()) {
            known.put(after.names().get(after.names().size() - 1), "integer");
        }
        for (TypedColumn typed : step.head().types()) {
            OptionalInt index = after.indexOf(typed.column());
            if (index.isPresent() && index.getAsInt() < after.names().size()) {
                known.put(after.names().get(index.getAsInt()), lua(typed.type()));
            }
        }
        return known;
    }

    /** The types of columns that a step leaves alone. */
    private static Map<String, String> kept(Step step, Map<String, String> before) {
        boolean passes = step instanceof RowStep.Filter
                || step instanceof RowStep.Check
                || step instanceof RowStep.Drop
                || step instanceof OrderStep
                || step instanceof ShardStep
                || step instanceof EndStep
                || step instanceof KeyStep.Distinct
                || step instanceof KeyStep.CountBy;
        if (passes) {
            return before;
        } else if (step instanceof RowStep.Select select && step.head().as().isEmpty()) {
            boolean names = select.columns().stream().allMatch(ColumnRef.Named.class::isInstance);
            return names ? before : Map.of();
        } else if (step instanceof RowStep.SetColumns set) {
            Map<String, String> others = new HashMap<>(before);
            set.columns().stream().map(NamedScript::name).forEach(name -> others.remove(name.value()));
            return others;
        }
        return Map.of();
    }

    private static boolean isText(FileFormat format) {
        return switch (format.kind()) {
            case TEXT, CSV, TSV, FIXED -> true;
            case JSON, JSONL, MSGPACK -> false;
        };
    }

    private static String lua(ColumnType type) {
        return switch (type) {
            case TEXT, DATE, TIMESTAMP, BYTES -> "string";
            case INT -> "integer";
            case NUMBER -> "number";
            case BOOL -> "boolean";
            case JSON -> ANY;
        };
    }
}
