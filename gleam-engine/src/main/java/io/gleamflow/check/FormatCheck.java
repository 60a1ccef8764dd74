package io.gleamflow.check;

import io.gleamflow.flow.Text;
import io.gleamflow.lua.StringFormat;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** Checks formats of lines, which are those of Lua's {@code string.format}. */
final class FormatCheck {

    private FormatCheck() {}

    static void check(Text format, Scope scope, Problems problems) {
        int conversions;
        try {
            conversions = StringFormat.parse(format.value().getBytes(StandardCharsets.UTF_8))
                    .conversions();
        } catch (IllegalArgumentException e) {
            problems.add(Problem.error(format.place(), "this is no format: " + e.getMessage())
                    .hint("a literal % is written %%"));
            return;
        }
        OptionalInt width = scope.columns().width();
        if (conversions == 0) {
            problems.add(Problem.error(format.place(), "this format has no `%`, so all lines would be the same")
                    .hint("`%s` stands for a column; without a format, columns are joined by tabs"));
        } else if (scope.sure() && width.isPresent() && width.getAsInt() != conversions) {
            problems.error(
                    format.place(),
                    "this format has " + conversions + (conversions == 1 ? " conversion" : " conversions")
                            + ", and rows here have " + width.getAsInt()
                            + (width.getAsInt() == 1 ? " column" : " columns"));
        }
    }
}
