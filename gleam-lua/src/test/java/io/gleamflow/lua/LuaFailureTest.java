package io.gleamflow.lua;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.lua.LuaFailure.Kind;
import org.junit.jupiter.api.Test;
import org.luaj.vm2.LuaError;

class LuaFailureTest {

    @Test
    void anErrorHasItsPlaceAndItsMessage() {
        LuaFailure failure = Scripts.failure("\n\nerror('boom')");
        assertThat(failure).isEqualTo(new LuaFailure(Kind.SCRIPT, "test", 3, "boom"));
        assertThat(failure.text()).isEqualTo("test:3: boom");
    }

    @Test
    void theVariableToBlameIsNamed() {
        assertThat(Scripts.failure("local t = {} t.x.y = 1").message())
                .isEqualTo("attempt to index field 'x' (a nil value)");
        assertThat(Scripts.failure("nope()").message()).isEqualTo("attempt to call global 'nope' (a nil value)");
    }

    @Test
    void levelTwoIsTheCaller() {
        assertThat(Scripts.failure("local function f()\n error('x', 2)\nend\nf()")
                        .line())
                .isEqualTo(4);
    }

    @Test
    void aFailureThatWasCaughtAndThrownAgainKeepsItsPlace() {
        LuaFailure failure = Scripts.failure("local ok, e = pcall(function()\nerror('x')\nend)\nerror(e, 0)");
        assertThat(failure.line()).isEqualTo(2);
        assertThat(failure.message()).isEqualTo("x");
    }

    @Test
    void tablesThrownAreDescribedAndPlaced() {
        assertThat(Scripts.failure("\nerror({})"))
                .isEqualTo(new LuaFailure(Kind.SCRIPT, "test", 2, "(error object is a table value)"));
        assertThat(Scripts.failure("error(setmetatable({}, {__tostring = function() return 'E5' end}))")
                        .message())
                .isEqualTo("E5");
    }

    @Test
    void endlessRecursionIsAFailureOfTheScript() {
        LuaFailure failure = Scripts.failure("local function f()\n return 1 + f()\nend\nf()");
        assertThat(failure.kind()).isEqualTo(Kind.STACK_OVERFLOW);
        assertThat(failure.line()).isEqualTo(2);
        assertThat(LuaFailure.of(new StackOverflowError()).message()).isEqualTo("stack overflow");
    }

    @Test
    void exitAndMemoryAreKindsOfTheirOwn() {
        assertThat(Scripts.failure("pcall(os.exit, 3)").kind()).isEqualTo(Kind.EXIT);
        assertThat(LuaFailure.of(new OutOfMemoryError()).kind()).isEqualTo(Kind.OUT_OF_MEMORY);
        assertThat(LuaFailure.of(new IllegalStateException("ours")).kind()).isEqualTo(Kind.OTHER);
    }

    @Test
    void anErrorOfJavaIsTakenAsItIs() {
        assertThat(LuaFailure.of(new LuaError("flow.yaml:7: x")))
                .isEqualTo(new LuaFailure(Kind.SCRIPT, "flow.yaml", 7, "x"));
    }
}
