package io.gleamflow.script;

import io.gleamflow.flow.AggregateKind;
import io.gleamflow.flow.LuaText;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * An expression over aggregates, such as {@code sum(bytes) / 1000}, taken apart: what is computed over all rows of a key,
 * and what is computed of the results.
 *
 * @param calls the aggregates, in the order they stand in
 * @param outer the expression with a name in the place of each call; its lines and columns are those of the whole
 * @param isOneCall whether it is nothing but one call
 */
public record AggregateText(List<Call> calls, LuaText outer, boolean isOneCall) {

    /**
     * One aggregate.
     *
     * @param argument what is looked at in each row, with blanks around it so that it stands where it did; empty for
     *     {@code count()}
     * @param percent for {@link AggregateKind#PERCENTILE}, from 0 to 100
     * @param name what stands for the call in {@link AggregateText#outer}
     * @param line of the call in the text, from 1
     * @param column of the call in the text, from 1, in characters
     */
    public record Call(
            AggregateKind kind, Optional<LuaText> argument, double percent, String name, int line, int column) {}

    public AggregateText {
        calls = List.copyOf(calls);
    }

    /**
     * Takes a text apart. It need not be Lua beyond its aggregates.
     *
     * @param taken names that must not stand for a call, such as those of the keys
     * @throws AggregateSyntaxException when an aggregate is nested, not closed, or has other arguments than it takes
     */
    public static AggregateText parse(LuaText text, Collection<String> taken) throws AggregateSyntaxException {
        return new AggregateParser(text, taken).parse();
    }
}
