package io.gleamflow.lua.lib;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaString;

/** What was made of strings, kept while there are few: scripts use the same patterns and formats again and again. */
@SuppressWarnings("ReferenceEquality") // the same constant of a script is the same object
final class RecentlyUsed<T> {
    private static final int MOST = 256;

    private final Function<LuaString, T> maker;
    private final Map<LuaString, T> known = new HashMap<>();
    private @Nullable LuaString lastText;
    private @Nullable T last;

    RecentlyUsed(Function<LuaString, T> maker) {
        this.maker = maker;
    }

    T of(LuaString text) {
        T found = last;
        if (text != lastText || found == null) {
            found = known.get(text);
            if (found == null) {
                found = maker.apply(text);
                if (known.size() == MOST) {
                    known.clear();
                }
                known.put(text, found);
            }
            lastText = text;
            last = found;
        }
        return found;
    }
}
