package io.gleamflow.script;

import io.gleamflow.flow.LuaText;
import io.gleamflow.lua.LuaChunk;
import io.gleamflow.lua.LuaSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The three ways to write Lua in a descriptor. */
public enum LuaForm {
    /** starts with {@code function}; gets the columns by position */
    FUNCTION,
    /** a value; columns are local variables */
    EXPRESSION,
    /** statements with {@code return}; columns are local variables */
    BODY;

    /**
     * The form of a text: a function when its first token says so, an expression when it stands on its key's line or when
     * {@code return} before it makes Lua of it, else a body.
     */
    public static LuaForm of(LuaText text) {
        List<LuaTokens.Token> tokens = LuaTokens.of(text.source());
        if (!tokens.isEmpty() && tokens.get(0).isName("function")) {
            return FUNCTION;
        }
        return !text.block() || compiles(EXPRESSION.chunk(text)) ? EXPRESSION : BODY;
    }

    /** The text as a chunk by itself, without its columns, to be looked at and not run. */
    public byte[] chunk(LuaText text) {
        String chunk = this == BODY ? text.source() : "return " + text.source();
        return chunk.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean compiles(byte[] chunk) {
        try {
            LuaChunk.compile(chunk, "text", 1);
            return true;
        } catch (LuaSyntaxException e) {
            return false;
        }
    }
}
