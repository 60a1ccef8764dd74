package io.gleamflow.script;

import io.gleamflow.flow.LuaText;
import io.gleamflow.lua.LuaChunk;
import io.gleamflow.lua.LuaSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The three ways to write Lua in a descriptor. */
public enum LuaForm {
    /** starts with {@code function}; gets the columns by position */
    FUNCTION,
    /** a value; columns are local variables */
    EXPRESSION,
    /** statements with {@code return}; columns are local variables */
    BODY;

    private static final Pattern FIRST_TOKEN =
            Pattern.compile("\\A(?:\\s|--\\[\\[.*?\\]\\]|--(?!\\[\\[)[^\\n]*(?:\\n|\\z))*function\\b.*", Pattern.DOTALL);

    /**
     * The form of a text: a function when its first token says so, an expression when it stands on its key's line or when
     * {@code return} before it makes Lua of it, else a body.
     */
    public static LuaForm of(LuaText text) {
        if (FIRST_TOKEN.matcher(text.source()).matches()) {
            return FUNCTION;
        }
        return !text.block() || compiles("return " + text.source()) ? EXPRESSION : BODY;
    }

    private static boolean compiles(String lua) {
        try {
            LuaChunk.compile(lua.getBytes(StandardCharsets.UTF_8), "text", 1);
            return true;
        } catch (LuaSyntaxException e) {
            return false;
        }
    }
}
