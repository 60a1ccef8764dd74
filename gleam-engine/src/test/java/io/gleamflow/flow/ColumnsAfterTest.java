package io.gleamflow.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.problem.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a forEach makes rows of its own, and so forgets the columns, shows in its Lua. */
class ColumnsAfterTest {

    private static final Columns BEFORE = Columns.named("a", "b");

    private static Columns after(String lua) {
        Place place = Place.of("flow.yaml");
        Head head = Head.of("forEach", place, Optional.empty(), List.of());
        return ColumnsAfter.of(
                new RowStep.ForEach(head, new LuaText(lua, place, 1, true, true), List.of()), BEFORE, Map.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emit(a)",
                "if a then writeRow(b) end",
                "local send = emit send(a)",
                "local s = '\\'' emit(s)",
                "--[[ no ]] emit(a)",
                "local s = [==[ ]] ]==] emit(s)"
            })
    void rowsOfItsOwnHaveOtherColumns(String lua) {
        assertThat(after(lua)).isEqualTo(Columns.UNKNOWN);
    }

    @Test
    void longTextsAreReadAsWell() {
        assertThat(after("print('" + "x".repeat(100_000) + "')")).isEqualTo(BEFORE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "print(a) -- emit is not for here",
                "--[==[ emit(a)\n ]] emit(b) ]==] print(a)",
                "print(\"emit\", 'writeRow', [[emit]])",
                "signal.emit(a) log:emit(b)",
                "local emitted = a",
                "local t = { emit = 1 }"
            })
    void mentionOfEmitIsNoCall(String lua) {
        assertThat(after(lua)).isEqualTo(BEFORE);
    }
}
