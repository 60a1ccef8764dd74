package io.gleamflow.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.LuaText;
import io.gleamflow.problem.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LuaFormTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "function(x) return x end    | true  | FUNCTION",
                "function(x) return x end    | false | FUNCTION",
                "--[[ a comment ]] function() end | true | FUNCTION",
                "functions(x)                | true  | EXPRESSION",
                "x + 1                       | false | EXPRESSION",
                "x + 1                       | true  | EXPRESSION",
                "x, 1 -- a comment           | true  | EXPRESSION",
                "x = 1                       | false | EXPRESSION",
                "x = 1                       | true  | BODY",
                "return x                    | true  | BODY",
                "if x then return 1 end      | true  | BODY",
                "local function f() end      | true  | BODY",
                "this is not Lua             | true  | BODY",
            })
    void theFirstTokenAndThePlaceSayWhatATextIs(String source, boolean block, LuaForm form) {
        LuaText text = new LuaText(source, new Place("flow.yaml", 3, 5), 3, block, true);
        assertThat(LuaForm.of(text)).isEqualTo(form);
    }

    @Test
    void aLongCommentInFrontIsNoTrouble() {
        LuaText text = new LuaText("-- x\n".repeat(200_000) + "function() end", new Place("f", 1, 1), 1, true, true);
        assertThat(LuaForm.of(text)).isEqualTo(LuaForm.FUNCTION);
    }
}
