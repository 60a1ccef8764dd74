package io.gleamflow.editor;

import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Param;
import io.gleamflow.row.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Definitions for LuaLS, the language server that most editors have for Lua: the libraries that scripts have at hand, the
 * parameters of flows, and a class for the rows of each dataset.
 */
public final class LuaDefinitions {

    /** The name of the file. */
    public static final String FILE = "gleam.d.lua";

    private LuaDefinitions() {}

    /** The whole file. Values of parameters are not in it. */
    public static String text(Collection<Flow> flows) {
        List<String> lines = new ArrayList<>();
        lines.add(EditorResource.text(FILE).stripTrailing());
        lines.add("");
        params(flows, lines);
        for (Flow flow : flows) {
            ColumnTypes.of(flow).forEach((dataset, columns) -> {
                String name = dataset.equals(flow.name()) ? flow.name() : flow.name() + "." + dataset;
                lines.add("");
                lines.add("---A row of `" + oneLine(dataset) + "`, of the flow " + oneLine(flow.name()) + ".");
                lines.add("---@class " + identifier("gleam.rows." + name));
                columns.forEach((column, type) -> lines.add("---@field " + field(column) + " " + type + "?"));
            });
        }
        return String.join("\n", lines) + "\n";
    }

    private static void params(Collection<Flow> flows, List<String> lines) {
        Map<String, String> types = new LinkedHashMap<>();
        for (Flow flow : flows) {
            for (Param param : flow.params()) {
                types.merge(param.name(), type(param.value()), (one, other) -> one.equals(other) ? one : "any");
            }
        }
        lines.add("---The parameters of flows.");
        lines.add("---@class gleam.params");
        types.forEach((name, type) -> lines.add("---@field " + field(name) + " " + type));
        lines.add("params = {}");
    }

    private static String type(Value value) {
        if (value instanceof Value.Int || value instanceof Value.BigInt) {
            return "integer";
        } else if (value instanceof Value.Real) {
            return "number";
        } else if (value instanceof Value.Bool) {
            return "boolean";
        }
        return value instanceof Value.Str ? "string" : "any";
    }

    /** Names that are none in Lua are keys of a table. */
    private static String field(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*")
                ? name
                : "[\"" + oneLine(name).replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
    }

    private static String identifier(String name) {
        return name.replaceAll("[^A-Za-z0-9_.]", "_");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
