package io.gleamflow.check;

import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import io.gleamflow.script.LuaTokens.Kind;
import io.gleamflow.script.LuaTokens.Token;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds columns of text that an expression takes for numbers or truth values. Only what is certain is noted: {@code column
 * op number} with nothing around it that binds tighter, or a column that is the whole condition.
 */
final class TextMisuse {

    private static final Set<String> OPERATORS = Set.of("==", "~=", "<", "<=", ">", ">=");
    private static final Set<String> BEFORE = Set.of("(", "and", "or", ",", "{", "=");
    private static final Set<String> AFTER = Set.of(")", "and", "or", ",", "}", ";");

    private TextMisuse() {}

    static void check(Script script, LuaPlaces places, Scope scope, Problems problems) {
        List<Token> tokens = places.tokens();
        condition(script, places, scope, problems);
        for (Token token : tokens) {
            if (token.isName("function")) {
                return;
            }
        }
        for (int i = 0; i + 2 < tokens.size(); i++) {
            boolean alone = (i == 0 || BEFORE.contains(tokens.get(i - 1).text()))
                    && (i + 3 == tokens.size()
                            || AFTER.contains(tokens.get(i + 3).text()));
            if (alone && OPERATORS.contains(tokens.get(i + 1).text())) {
                compared(tokens.get(i), tokens.get(i + 2), scope, places, problems);
                compared(tokens.get(i + 2), tokens.get(i), scope, places, problems);
            }
        }
    }

    /** An empty field of a csv file is nil, so that such a column may well be a condition. */
    private static void condition(Script script, LuaPlaces places, Scope scope, Problems problems) {
        List<Token> tokens = places.tokens();
        boolean asks = Set.of("filter", "check").contains(script.head().verb());
        boolean isText = tokens.size() == 1
                && scope.kinds()
                        .text(tokens.get(0).text(), scope.columns())
                        .filter(kind -> !kind.nullable())
                        .isPresent();
        if (asks && isText) {
            String name = tokens.get(0).text();
            problems.add(Problem.error(places.of(tokens.get(0)), "`" + name + "` is text, and every text is true")
                    .hint("compare it, as in `" + name + " ~= \"\"`"));
        }
    }

    private static void compared(Token name, Token number, Scope scope, LuaPlaces places, Problems problems) {
        Place origin = origin(name, scope);
        if (number.kind() == Kind.NUMBER && origin != null) {
            problems.add(Problem.error(places.of(name), "`" + name.text() + "` is text and is compared with a number")
                    .hint("add `types: {" + name.text() + ": int}` to the step at line " + origin.line()
                            + ", or compare with `\"" + number.text() + "\"`"));
        }
    }

    /** The step that has made a column text; null when the token is no such column. */
    private static @Nullable Place origin(Token token, Scope scope) {
        return token.kind() == Kind.NAME
                ? scope.kinds()
                        .text(token.text(), scope.columns())
                        .map(ColumnKind::origin)
                        .orElse(null)
                : null;
    }
}
