package io.gleamflow.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxTest {

    private static LuaSyntaxException refused(String text, int firstLine) {
        try {
            LuaChunk.compile(Scripts.bytes(text), "flow.yaml", firstLine);
        } catch (LuaSyntaxException e) {
            return e;
        }
        throw new AssertionError("this is Lua: " + text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x =|unexpected symbol near '<eof>'",
                "x = = 1|unexpected symbol near '='",
                "x y|'=' expected near 'y'",
                "x = 'a|unfinished string near '<eof>'",
                "x = 3x|malformed number near '3x'",
                "a.b:c = 1|function arguments expected near '='",
                "break|no loop to break",
                "goto nowhere|undefined label 'nowhere'",
                "f() ;; g()|unexpected symbol near ';'",
                "x = [[a|unfinished long string near '<eof>'",
                "if x then|'end' expected near '<eof>'",
            })
    void problemsAreSaidAsLuajitSaysThem(String text, String problem) {
        assertThat(refused(text, 1).problem()).isEqualTo(problem);
    }

    @Test
    void linesCountFromTheFirstLineOfTheText() {
        LuaSyntaxException e = refused("local a = 1\n\nx = = 2", 100);
        assertThat(e.line()).isEqualTo(102);
        assertThat(e).hasMessage("flow.yaml:102: unexpected symbol near '='");
    }

    @Test
    void aFarFirstLineCostsNothing() {
        assertThat(refused("x =", 2_000_000_000).line()).isEqualTo(2_000_000_000);
    }

    @Test
    void firstLinesBelowOneAreRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> LuaChunk.compile(new byte[0], "x", 0))
                .withMessage("lines count from 1, not 0");
    }

    @Test
    void tooManyLocalVariablesAreSaidToBe() {
        String locals = "local x\n".repeat(201);
        assertThat(refused(locals, 1).problem()).isEqualTo("main function has more than 200 local variables");
        assertThat(refused("function f()\n" + locals + "end", 5).problem())
                .isEqualTo("function at line 5 has more than 200 local variables");
    }

    @Test
    void bytecodeIsRefused() {
        assertThat(refused("\u001bLua", 1).problem()).isEqualTo("bytecode is not loaded");
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(refused("x = " + "(".repeat(100_000), 1).problem()).isEqualTo("chunk has too many syntax levels");
    }

    @Test
    void bytesBeyondAsciiArePartOfNamesAndStayAsTheyAreInStrings() {
        assertThat(Scripts.result("local größe = 'é' return größe, #größe")).isEqualTo("é 2");
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        assertThat(Scripts.result("\ufeffreturn 1")).isEqualTo("1");
    }

    @Test
    void gotoIsAlsoAName() {
        assertThat(Scripts.result("local goto = 1 do goto x end ::x:: return goto"))
                .isEqualTo("1");
    }
}
