package io.gleamflow.check;

import io.gleamflow.flow.LuaText;
import io.gleamflow.lua.LuaChunk;
import io.gleamflow.lua.LuaSyntaxException;
import io.gleamflow.script.LuaTokens;
import io.gleamflow.script.LuaTokens.Token;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names that all scripts of a flow share.
 *
 * @param globals what {@code functions} define
 * @param locals what they keep to themselves
 * @param params parameters
 * @param complete false when {@code functions} may define names that nobody can see, by loading other files
 * @param readable false when a text of {@code functions} is no Lua or could not be read
 */
record SharedNames(Set<String> globals, Set<String> locals, List<String> params, boolean complete, boolean readable) {

    /** What can define globals by names that are known at run time only. */
    private static final Set<String> LOADERS =
            Set.of("require", "dofile", "loadfile", "load", "loadstring", "setfenv", "module", "_G", "rawset");

    static SharedNames of(List<LuaText> functions, List<String> params) {
        Set<String> globals = new TreeSet<>();
        Set<String> locals = new HashSet<>();
        boolean complete = true;
        boolean readable = true;
        for (LuaText text : functions) {
            try {
                LuaChunk lua = LuaChunk.compile(
                        text.source().getBytes(StandardCharsets.UTF_8),
                        text.place().file(),
                        1);
                globals.addAll(lua.assignedNames().keySet());
                complete &= lua.freeNames().keySet().stream().noneMatch(LOADERS::contains);
            } catch (LuaSyntaxException e) {
                readable = false;
            }
            readable &= !text.source().isEmpty();
            locals(text, locals);
        }
        return new SharedNames(globals, locals, params, complete, readable);
    }

    static boolean isLoader(String name) {
        return LOADERS.contains(name);
    }

    private static void locals(LuaText text, Set<String> locals) {
        List<Token> tokens = LuaTokens.of(text.source());
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).isName("local")) {
                int name = tokens.get(i + 1).isName("function") ? i + 2 : i + 1;
                locals.add(tokens.get(name).text());
            }
        }
    }
}
