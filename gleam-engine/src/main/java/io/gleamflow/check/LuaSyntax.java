package io.gleamflow.check;

import io.gleamflow.flow.LuaText;
import io.gleamflow.lua.LuaChunk;
import io.gleamflow.lua.LuaSyntaxException;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import io.gleamflow.script.LuaForm;
import io.gleamflow.script.LuaTokens.Kind;
import io.gleamflow.script.LuaTokens.Token;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compiles Lua, and says what is wrong with a text that is none. */
final class LuaSyntax {

    private static final Pattern NEAR = Pattern.compile("^(.*?) near '(.*)'$", Pattern.DOTALL);
    private static final String END = "<eof>";

    /** What the compiler stumbles over, and what people mean who write it. */
    private static final Map<String, String> FOREIGN = Map.of(
            "=", "`=` assigns; `==` compares",
            "!", "Lua's not is `not`, and its unequal is `~=`",
            "&", "Lua's and is `and`",
            "|", "Lua's or is `or`",
            "?", "Lua writes `a and b or c`",
            "$", "in Lua parameters are `params.x`",
            "+", "Lua has no `+=` and no `++`; write `x = x + 1`");

    private LuaSyntax() {}

    /** Empty, with the problem noted, when the chunk is not Lua. */
    static Optional<LuaChunk> compile(byte[] chunk, LuaText text, LuaForm form, LuaPlaces places, Problems problems) {
        try {
            return Optional.of(LuaChunk.compile(chunk, text.place().file(), text.firstLine()));
        } catch (LuaSyntaxException e) {
            Matcher near = NEAR.matcher(e.problem());
            String token = near.matches() ? near.group(2) : "";
            String what = near.matches() ? readable(near.group(1), token) : e.problem();
            Problem problem = Problem.error(places.near(token, e.line()), "this is not Lua: " + what);
            problems.add(hint(token, text, form, places).map(problem::hint).orElse(problem));
            return Optional.empty();
        }
    }

    private static String readable(String complaint, String token) {
        String shown = token.lines().findFirst().orElse("");
        boolean stray = complaint.equals("unexpected symbol") || complaint.equals("'" + END + "' expected");
        if (token.equals(END)) {
            return stray ? "something is missing at the end" : complaint + " at the end";
        }
        return stray ? "unexpected `" + shown + "`" : complaint + " near `" + shown + "`";
    }

    private static Optional<String> hint(String token, LuaText text, LuaForm form, LuaPlaces places) {
        List<Token> tokens = places.tokens();
        boolean named =
                form == LuaForm.FUNCTION && tokens.size() > 1 && tokens.get(1).kind() == Kind.NAME;
        if (named) {
            return Optional.of("a function here has no name: `function(...)`; named ones go under `functions`");
        } else if (form == LuaForm.EXPRESSION && !text.block() && isStatement(token, tokens)) {
            return Optional.of("without a `|` block it is an expression, which has no `return` and no statements");
        }
        return Optional.ofNullable(FOREIGN.get(token));
    }

    private static boolean isStatement(String token, List<Token> tokens) {
        return !tokens.isEmpty()
                && tokens.get(0).isName(token)
                && List.of("return", "local", "if", "for", "while", "repeat", "do")
                        .contains(token);
    }

    /** Whether a text assigns, as people do who mean to compare. */
    static boolean assigns(List<Token> tokens) {
        return tokens.size() > 1
                && tokens.get(0).kind() == Kind.NAME
                && tokens.get(1).isSymbol("=");
    }
}
