package io.gleamflow.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LuaChunkTest {

    private static LuaChunk chunk(String text) throws LuaSyntaxException {
        return LuaChunk.compile(Scripts.bytes(text), "flow.yaml", 10);
    }

    @Test
    void globalsThatAreReadAreFreeNames() throws LuaSyntaxException {
        assertThat(chunk("local a = b\nreturn a + c(d.e), function() return f end, b")
                        .freeNames())
                .isEqualTo(Map.of("b", 10, "c", 11, "d", 11, "f", 11));
    }

    @Test
    void globalsThatAreWrittenAreAssignedNames() throws LuaSyntaxException {
        LuaChunk chunk = chunk("x = 1\nfunction f() y = x end\nlocal z z = 2 t.u = 3");
        assertThat(chunk.assignedNames()).isEqualTo(Map.of("x", 10, "f", 11, "y", 11));
        assertThat(chunk.freeNames()).isEqualTo(Map.of("x", 11, "t", 12));
    }

    @Test
    void namesAreFoundInFunctionsWithManyConstants() throws LuaSyntaxException {
        StringBuilder text = new StringBuilder("local t = {}\n");
        for (int i = 0; i < 600; i++) {
            text.append("t.k").append(i).append(" = g").append(i).append("\n");
        }
        assertThat(chunk(text.toString()).freeNames()).hasSize(600).containsEntry("g599", 610);
    }

    @Test
    void theParametersOfAReturnedFunctionAreKnown() throws LuaSyntaxException {
        assertThat(chunk("return function(a, b) return a end").returnedFunction())
                .isEqualTo(Optional.of(new LuaChunk.Parameters(2, false)));
        assertThat(chunk("return function(...) return ... end").returnedFunction())
                .isEqualTo(Optional.of(new LuaChunk.Parameters(0, true)));
        assertThat(chunk("return 1").returnedFunction()).isEmpty();
        assertThat(chunk("local f = function() end return g").returnedFunction())
                .isEmpty();
    }

    @Test
    void compilingRunsNothing() throws LuaSyntaxException {
        assertThat(chunk("error('run')").freeNames()).containsOnlyKeys("error");
    }
}
