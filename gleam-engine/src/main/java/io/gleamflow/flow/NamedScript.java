package io.gleamflow.flow;

import java.util.List;

/**
 * An entry such as {@code total: price * qty}.
 *
 * @param name of the column it makes, or of the check it is
 */
public record NamedScript(Text name, LuaText script) {

    static List<LuaText> scripts(List<NamedScript> entries) {
        return entries.stream().map(NamedScript::script).toList();
    }
}
