package io.gleamflow.check;

import java.util.Set;

/** The global names every script has at hand without anyone defining them. */
final class Globals {

    /** Lua's own and those of the prelude of scripts; a test compares them with what is there. */
    static final Set<String> AT_HAND = Set.of("""
            _G _VERSION assert bit bit32 collectgarbage coroutine csv date debug dofile error gcinfo getfenv getmetatable hash io \
            ipairs json lib list load loadfile loadstring log math module newproxy next os package pairs params pcall print rawequal rawget rawset require \
            select set setfenv setmetatable split string table text tonumber tostring type unpack xpcall""".split(" "));

    /** What {@code flatMap} and {@code forEach} have beside. */
    static final Set<String> EMITTERS = Set.of("emit", "writeRow");

    /** What only LuaJIT has. */
    static final Set<String> OF_LUAJIT = Set.of("jit");

    /** The previous row, which some steps have. */
    static final String PREV = "prev";

    private Globals() {}
}
