package io.gleamflow.script;

import io.gleamflow.flow.Columns;
import io.gleamflow.flow.LuaText;
import io.gleamflow.lua.LuaChunk;
import io.gleamflow.lua.LuaSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A text of a descriptor as the chunk that is loaded: it returns the function to call for each row. Its lines are those of
 * the descriptor, whatever is put around them.
 *
 * @param columns indexes of the columns the function takes as arguments, in order; a text that is a function takes all
 * @param wantsRow whether the table {@code row} is an argument behind the columns
 * @param wantsPrev whether the table {@code prev} is the last argument; a text that is a function gets neither
 * @param mentionsEmit whether the text uses {@code emit} or {@code writeRow}
 */
public record ScriptText(
        byte[] chunk,
        String chunkName,
        int firstLine,
        LuaForm form,
        List<Integer> columns,
        boolean wantsRow,
        boolean wantsPrev,
        boolean mentionsEmit) {

    /** What scripts call the row as a table. */
    public static final String ROW = "row";

    /** What scripts call the row before, as a table. */
    public static final String PREV = "prev";

    /** Names a column cannot take away. */
    public static final Set<String> RESERVED = Set.of(ROW, "params", "emit", "writeRow", PREV, Libraries.TABLE);

    public ScriptText {
        columns = List.copyOf(columns);
    }

    /** Makes the chunk of a text in a place where rows have these columns; a text that is not Lua makes a chunk that is not. */
    public static ScriptText of(LuaText text, Columns columns) {
        LuaForm form = LuaForm.of(text);
        Set<String> used = usedNames(text, form);
        boolean emits = used.contains("emit") || used.contains("writeRow");
        String file = text.place().file();
        if (form == LuaForm.FUNCTION) {
            return new ScriptText(form.chunk(text), file, text.firstLine(), form, List.of(), false, false, emits);
        }
        Map<Integer, String> bound = bound(used, columns);
        List<String> arguments = new ArrayList<>(bound.values());
        boolean row = used.contains(ROW);
        if (row) {
            arguments.add(ROW);
        }
        boolean prev = used.contains(PREV);
        if (prev) {
            arguments.add(PREV);
        }
        String returns = form == LuaForm.EXPRESSION ? " return " : " ";
        // the text may end in a comment, so that the end has a line of its own
        String chunk = "return function(" + String.join(", ", arguments) + ")" + returns + text.source() + "\nend";
        return new ScriptText(utf8(chunk), file, text.firstLine(), form, List.copyOf(bound.keySet()), row, prev, emits);
    }

    /** The bytes of a text that is loaded as it stands. */
    static byte[] bytes(LuaText text) {
        return utf8(text.source());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The names that are no locals of the text, whether it reads or assigns them. */
    private static Set<String> usedNames(LuaText text, LuaForm form) {
        try {
            LuaChunk chunk = LuaChunk.compile(form.chunk(text), "text", 1);
            Set<String> used = new TreeSet<>(chunk.freeNames().keySet());
            used.addAll(chunk.assignedNames().keySet());
            return used;
        } catch (LuaSyntaxException e) {
            return Set.of();
        }
    }

    /** The columns the text mentions, by index; a name that two columns have means the first. */
    private static Map<Integer, String> bound(Set<String> used, Columns columns) {
        Map<Integer, String> bound = new TreeMap<>();
        for (String name : used) {
            OptionalInt index = RESERVED.contains(name) ? OptionalInt.empty() : index(name, columns);
            if (index.isPresent()) {
                bound.put(index.getAsInt(), name);
            }
        }
        return bound;
    }

    private static OptionalInt index(String name, Columns columns) {
        if (columns.isNamed()) {
            int index = columns.names().indexOf(name);
            return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
        }
        return Columns.positionOf(name).map(OptionalInt::of).orElse(OptionalInt.empty());
    }
}
