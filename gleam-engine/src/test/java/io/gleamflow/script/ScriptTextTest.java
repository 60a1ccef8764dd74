package io.gleamflow.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.Columns;
import io.gleamflow.flow.LuaText;
import io.gleamflow.problem.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScriptTextTest {

    private static final Columns WORDS = Columns.named("word", "n", "row", "odd name", "end", "größe");

    private static ScriptText block(String source, Columns columns) {
        return ScriptText.of(new LuaText(source, new Place("flow.yaml", 7, 5), 7, true, true), columns);
    }

    private static ScriptText line(String source, Columns columns) {
        return ScriptText.of(new LuaText(source, new Place("flow.yaml", 7, 5), 7, false, true), columns);
    }

    private static String chunk(ScriptText text) {
        return new String(text.chunk(), StandardCharsets.UTF_8);
    }

    @Test
    void aFunctionStaysAsItIs() {
        ScriptText text = block("function(w) return w, word end", WORDS);
        assertThat(chunk(text)).isEqualTo("return function(w) return w, word end");
        assertThat(text.columns()).isEmpty();
        assertThat(text.form()).isEqualTo(LuaForm.FUNCTION);
        assertThat(text.firstLine()).isEqualTo(7);
        assertThat(text.chunkName()).isEqualTo("flow.yaml");
    }

    @Test
    void anExpressionGetsTheColumnsItNamesInTheirOrder() {
        ScriptText text = line("n > 1 and word:upper() -- and größe", WORDS);
        assertThat(chunk(text)).isEqualTo("return function(word, n) return n > 1 and word:upper() -- and größe\nend");
        assertThat(text.columns()).containsExactly(0, 1);
        assertThat(text.wantsRow()).isFalse();
    }

    @Test
    void lettersBeyondAsciiMakeNamesToo() {
        assertThat(line("größe", WORDS).columns()).containsExactly(5);
    }

    @Test
    void theRowComesLastAndNoColumnTakesItsName() {
        ScriptText text = line("row['odd name'] .. n", WORDS);
        assertThat(chunk(text)).startsWith("return function(n, row) return");
        assertThat(text.columns()).containsExactly(1);
        assertThat(text.wantsRow()).isTrue();
    }

    @Test
    void prevComesBehindTheRowAndAFunctionGetsNeither() {
        ScriptText text = line("prev.n or row.n or prevn", Columns.named("n", "prev"));
        assertThat(chunk(text)).startsWith("return function(row, prev) return");
        assertThat(text.wantsPrev()).isTrue();
        assertThat(line("n", WORDS).wantsPrev()).isFalse();
        assertThat(line("function(n) return prev end", WORDS).wantsPrev()).isFalse();
    }

    @Test
    void aBodyMayAssignColumns() {
        ScriptText text = block("word = 'x'\nreturn row", WORDS);
        assertThat(chunk(text)).isEqualTo("return function(word, row) word = 'x'\nreturn row\nend");
    }

    @Test
    void localsOfTheTextAreNoColumns() {
        assertThat(block("local n = 1\nreturn n", WORDS).columns()).isEmpty();
        assertThat(block("local t = {word = 1}\nreturn t.word", WORDS).columns())
                .isEmpty();
    }

    @Test
    void columnsWithoutNamesAreNumbered() {
        ScriptText text = line("_2 + _1 + _0 + _x", Columns.UNKNOWN);
        assertThat(text.columns()).containsExactly(0, 1);
        assertThat(chunk(text)).startsWith("return function(_1, _2) return");
        assertThat(line("_3", new Columns(List.of(), OptionalInt.of(2))).columns())
                .containsExactly(2);
        assertThat(line("_1", WORDS).columns()).isEmpty();
    }

    @Test
    void aNameThatTwoColumnsHaveMeansTheFirst() {
        assertThat(line("a", Columns.named("b", "a", "a")).columns()).containsExactly(1);
    }

    @Test
    void emittingIsNoticed() {
        assertThat(block("emit(word)", WORDS).mentionsEmit()).isTrue();
        assertThat(block("function(word) writeRow(word) end", WORDS).mentionsEmit())
                .isTrue();
        assertThat(block("return 'emit' -- emit", WORDS).mentionsEmit()).isFalse();
    }

    @Test
    void onlyColumnsThatAreNamedAreBoundSinceLuaAllows200() {
        Columns wide =
                Columns.named(IntStream.range(0, 1000).mapToObj(i -> "c" + i).toList());
        assertThat(line("c999 + c0", wide).columns()).containsExactly(0, 999);
    }

    @Test
    void whatIsNoLuaBindsNothing() {
        assertThat(line("word +", WORDS).columns()).isEmpty();
    }
}
