package io.gleamflow.flow;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What runs Lua. Both give the same rows. */
public enum LuaRuntime {
    /** gleam's own Lua, in a JVM */
    LUAJ,
    /** the program {@code luajit} */
    LUAJIT;

    /** As descriptors call it; empty for any other word. */
    public static Optional<LuaRuntime> named(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** What descriptors call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
