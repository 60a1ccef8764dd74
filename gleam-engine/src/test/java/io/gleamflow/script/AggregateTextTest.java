package io.gleamflow.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.gleamflow.flow.AggregateKind;
import io.gleamflow.flow.LuaText;
import io.gleamflow.problem.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AggregateTextTest {

    private static LuaText text(String source) {
        return new LuaText(source, new Place("flow.yaml", 7, 12), 7, source.contains("\n"), true);
    }

    private static AggregateText parse(String source, String... taken) throws AggregateSyntaxException {
        return AggregateText.parse(text(source), List.of(taken));
    }

    @Test
    void callsAreTakenOutAndNamed() throws Exception {
        AggregateText parsed = parse("sum(bytes) / 1000 + percentile(f(a, b), 99.5) * count()");
        assertThat(parsed.calls())
                .extracting(AggregateText.Call::kind, AggregateText.Call::percent, AggregateText.Call::name)
                .containsExactly(
                        tuple(AggregateKind.SUM, 0.0, "sum_bytes"),
                        tuple(AggregateKind.PERCENTILE, 99.5, "percentile_f_a_b"),
                        tuple(AggregateKind.COUNT, 0.0, "count_2"));
        assertThat(parsed.outer().source()).isEqualTo("sum_bytes  / 1000 + percentile_f_a_b          * count_2");
        assertThat(parsed.isOneCall()).isFalse();
    }

    @Test
    void argumentsStandWhereTheyDid() throws Exception {
        AggregateText parsed = parse("min(\n  a\n) + max( b )");
        assertThat(parsed.calls())
                .extracting(call -> call.argument().orElseThrow().source())
                .containsExactly("    \n  a\n", "    \n   \n         b ");
        assertThat(parsed.outer().source()).isEqualTo("min_a\n   \n  + max_b   ");
        assertThat(parsed.calls().get(0).argument().orElseThrow().firstLine()).isEqualTo(7);
    }

    @Test
    void namesAreThoseOfNothingElse() throws Exception {
        assertThat(parse("sum(bytes) + sum(bytes) + (sum_bytes or 0)").calls())
                .extracting(AggregateText.Call::name)
                .doesNotHaveDuplicates()
                .doesNotContain("sum_bytes");
        assertThat(parse("sum(x)", "sum_x").calls().get(0).name()).isNotEqualTo("sum_x");
    }

    @Test
    void oneCallAloneIsNothingElse() throws Exception {
        assertThat(parse(" first(name) -- the first").isOneCall()).isTrue();
        assertThat(parse("(first(name))").isOneCall()).isFalse();
        assertThat(parse("hour").calls()).isEmpty();
    }

    @Test
    void whatOnlyLooksLikeACallIsNone() throws Exception {
        assertThat(parse("math.max(1, t:sum(2), \"sum(x)\") --[[ sum(x) ]]").calls())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            max(sum(x))        | `sum` stands inside `max`                                           | 5
            1 + sum()          | `sum` has 0 arguments                                               | 5
            count(a, b)        | `count` has 2 arguments                                             | 1
            percentile(x)      | `percentile` has 1 argument                                         | 1
            percentile(x, 101) | `percentile` wants a number from 0 to 100 as its second argument    | 15
            percentile(x, y)   | `percentile` wants a number from 0 to 100 as its second argument    | 1
            avg(x              | the bracket behind `avg` is never closed                            | 1
            """)
    void wrongCallsAreTold(String source, String message, int column) {
        assertThatThrownBy(() -> parse(source)).isInstanceOfSatisfying(AggregateSyntaxException.class, e -> {
            assertThat(e).hasMessage(message);
            assertThat(e.column()).isEqualTo(column);
            assertThat(e.hint()).isNotEmpty();
        });
    }
}
