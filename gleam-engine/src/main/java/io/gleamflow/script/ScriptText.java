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
import java.util.stream.Collectors;

/**
 * A text of a descriptor as the chunk that is loaded: it returns the function to call for each row. Its lines are those of
 * the descriptor, whatever is put around them.
 *
 * @param columns indexes of the columns the function takes as arguments, in order; a text that is a function takes all
 * @param wantsRow whether the table {@code row} is the last argument
 * @param mentionsEmit whether the text uses {@code emit} or {@code writeRow}
 */
public record ScriptText(
        byte[] chunk,
        String chunkName,
        int firstLine,
        LuaForm form,
        List<Integer> columns,
        boolean wantsRow,
        boolean mentionsEmit) {

    private static final String ROW = "row";

    private static final Set<String> KEYWORDS = Set.of(
            "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil",
            "not", "or", "repeat", "return", "then", "true", "until", "while");

    /** Names a column cannot take away. */
    private static final Set<String> RESERVED = Set.of(ROW, "params", "emit", "writeRow", "prev");

    /** Makes the chunk of a text in a place where rows have these columns; a text that is not Lua makes a chunk that is not. */
    public static ScriptText of(LuaText text, Columns columns) {
        LuaForm form = LuaForm.of(text);
        Set<String> free = freeNames(text, form);
        boolean emits = free.contains("emit") || free.contains("writeRow");
        String file = text.place().file();
        if (form == LuaForm.FUNCTION) {
            return new ScriptText(
                    utf8("return " + text.source()), file, text.firstLine(), form, List.of(), false, emits);
        }
        Map<Integer, String> bound = bound(free, columns);
        boolean row = free.contains(ROW);
        String arguments = bound.values().stream().collect(Collectors.joining(", "))
                + (row ? (bound.isEmpty() ? ROW : ", " + ROW) : "");
        String returns = form == LuaForm.EXPRESSION ? " return " : " ";
        // the text may end in a comment, so that the end has a line of its own
        String chunk = "return function(" + arguments + ")" + returns + text.source() + "\nend";
        return new ScriptText(
                utf8(chunk), file, text.firstLine(), form, new ArrayList<>(bound.keySet()), row, emits);
    }

    /** The bytes of a text that is loaded as it stands. */
    static byte[] bytes(LuaText text) {
        return utf8(text.source());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Set<String> freeNames(LuaText text, LuaForm form) {
        String chunk = form == LuaForm.BODY ? text.source() : "return " + text.source();
        try {
            return LuaChunk.compile(utf8(chunk), "text", 1).freeNames().keySet();
        } catch (LuaSyntaxException e) {
            return Set.of();
        }
    }

    /** The columns the text mentions, by index. */
    private static Map<Integer, String> bound(Set<String> free, Columns columns) {
        Map<Integer, String> bound = new TreeMap<>();
        for (String name : free) {
            OptionalInt index = index(name, columns);
            if (index.isPresent() && !RESERVED.contains(name) && !KEYWORDS.contains(name)) {
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
