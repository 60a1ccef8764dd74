package io.gleamflow.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.lua.LuaWorld;
import io.gleamflow.script.Libraries;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.luaj.vm2.LuaValue;

class GlobalsTest {

    @Test
    void theCheckKnowsWhatScriptsHaveAtHand() {
        LuaWorld world = LuaWorld.create((bytes, offset, length) -> {});
        Libraries.into(world);
        Set<String> there = new TreeSet<>(Set.of("params"));
        for (LuaValue name : world.globals().keys()) {
            there.add(name.tojstring());
        }
        assertThat(new TreeSet<>(Globals.AT_HAND)).containsExactlyElementsOf(there);
    }
}
