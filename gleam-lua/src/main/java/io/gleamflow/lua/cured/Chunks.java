package io.gleamflow.lua.cured;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.luaj.vm2.Prototype;
import org.luaj.vm2.compiler.LuaC;

/** Turns text, never bytecode, into the instructions LuaJ runs. */
public final class Chunks {
    private static final int BYTECODE = 27;

    private Chunks() {}

    /** Whether this is the beginning of bytecode. */
    public static boolean isBytecode(byte[] chunk) {
        return chunk.length > 0 && chunk[0] == BYTECODE;
    }

    private static int lineEnds(byte[] text) {
        int ends = 0;
        for (int i = 0; i < text.length; i++) {
            boolean isSecond = i > 0 && text[i] == '\n' && text[i - 1] == '\r';
            ends += (text[i] == '\n' || text[i] == '\r') && !isSecond ? 1 : 0;
        }
        return ends;
    }

    /**
     * Compiles a text.
     *
     * @param source its name as Lua has it, see {@link ChunkName}
     * @param firstLine the line that its first line is
     * @throws SyntaxError when it is not Lua
     */
    public static Prototype compile(byte[] text, String source, int firstLine) {
        String chunk = ChunkName.shown(source);
        if (isBytecode(text)) {
            throw new SyntaxError(chunk, firstLine, "bytecode is not loaded");
        }
        try {
            Prototype main = LuaC.instance.compile(new ChunkText(text, firstLine), source);
            main.lastlinedefined = firstLine + lineEnds(text);
            return main;
        } catch (StackOverflowError e) {
            throw new SyntaxError(chunk, firstLine, "chunk has too many syntax levels");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
