package io.gleamflow.script;

import io.gleamflow.flow.AggregateKind;
import io.gleamflow.flow.LuaText;
import io.gleamflow.script.LuaTokens.Kind;
import io.gleamflow.script.LuaTokens.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the aggregates of a text by its tokens. */
final class AggregateParser {

    private static final int MOST = 200;

    private final LuaText text;
    private final String source;
    private final List<Token> tokens;
    private final Set<String> taken;
    private final List<AggregateText.Call> calls = new ArrayList<>();
    private final StringBuilder outer;

    AggregateParser(LuaText text, Collection<String> taken) {
        this.text = text;
        this.source = text.source();
        this.tokens = LuaTokens.of(source);
        this.taken = new HashSet<>(taken);
        this.outer = new StringBuilder(source);
        tokens.stream().filter(token -> token.kind() == Kind.NAME).forEach(token -> this.taken.add(token.text()));
    }

    AggregateText parse() throws AggregateSyntaxException {
        few();
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (isCall(i)) {
                int end = closing(i + 1);
                spans.add(call(i, end));
                i = end;
            }
        }
        boolean one = spans.size() == 1 && spans.get(0).first == 0 && spans.get(0).last == tokens.size() - 1;
        // from the last to the first, so that those before keep their places
        for (int i = spans.size() - 1; i >= 0; i--) {
            replace(spans.get(i), calls.get(i).name());
        }
        LuaText rest = new LuaText(outer.toString(), text.place(), text.firstLine(), text.block(), text.exactLines());
        return new AggregateText(calls, rest, one);
    }

    /** Each argument has a text as long as the whole, which would be much for many. */
    private void few() throws AggregateSyntaxException {
        int count = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (isCall(i) && ++count > MOST) {
                throw new AggregateSyntaxException(
                        "there are more than " + MOST + " aggregates", "divide the entry", tokens.get(i));
            }
        }
    }

    /** The tokens of a call. */
    private record Span(int first, int last) {}

    private boolean isCall(int at) {
        boolean member = at > 0
                && (tokens.get(at - 1).isSymbol(".")
                        || tokens.get(at - 1).isSymbol(":")
                        || tokens.get(at - 1).isName("function"));
        return !member
                && tokens.get(at).kind() == Kind.NAME
                && AggregateKind.named(tokens.get(at).text()).isPresent()
                && at + 1 < tokens.size()
                && tokens.get(at + 1).isSymbol("(");
    }

    /** The index of the bracket that closes the one at an index. */
    private int closing(int open) throws AggregateSyntaxException {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += depth(tokens.get(i));
            if (depth == 0) {
                return i;
            }
        }
        Token call = tokens.get(open - 1);
        throw new AggregateSyntaxException(
                "the bracket behind `" + call.text() + "` is never closed", "is a `)` missing?", call);
    }

    private static int depth(Token token) {
        if (token.isSymbol("(") || token.isSymbol("[") || token.isSymbol("{")) {
            return 1;
        }
        return token.isSymbol(")") || token.isSymbol("]") || token.isSymbol("}") ? -1 : 0;
    }

    private Span call(int first, int last) throws AggregateSyntaxException {
        Token word = tokens.get(first);
        AggregateKind kind = AggregateKind.named(word.text()).orElseThrow();
        for (int i = first + 2; i < last; i++) {
            if (isCall(i)) {
                throw new AggregateSyntaxException(
                        "`" + tokens.get(i).text() + "` stands inside `" + word.text() + "`",
                        "an aggregate of aggregates needs a second `reduce`",
                        tokens.get(i));
            }
        }
        List<Integer> commas = commas(first + 2, last);
        int arguments = last == first + 2 ? 0 : commas.size() + 1;
        int least = kind == AggregateKind.COUNT ? 0 : kind == AggregateKind.PERCENTILE ? 2 : 1;
        int most = Math.max(1, least);
        if (arguments < least || arguments > most) {
            throw new AggregateSyntaxException(
                    "`" + word.text() + "` has " + arguments + (arguments == 1 ? " argument" : " arguments"),
                    "write `" + usage(kind) + "`",
                    word);
        }
        double percent = kind == AggregateKind.PERCENTILE ? percent(commas.get(0) + 1, last, word) : 0;
        int end = kind == AggregateKind.PERCENTILE ? commas.get(0) : last;
        Optional<LuaText> argument = arguments == 0
                ? Optional.empty()
                : Optional.of(argument(offset(tokens.get(first + 1)) + 1, offset(tokens.get(end))));
        int room = offset(tokens.get(last)) + 1 - offset(word);
        String name = name(word.text(), first + 2, end, room);
        calls.add(new AggregateText.Call(kind, argument, percent, name, word.line(), word.column()));
        return new Span(first, last);
    }

    private static String usage(AggregateKind kind) {
        return switch (kind) {
            case COUNT -> "count()` or `count(x)";
            case PERCENTILE -> "percentile(x, 95)";
            default -> kind.word() + "(x)";
        };
    }

    /** The commas between arguments. */
    private List<Integer> commas(int from, int to) {
        List<Integer> commas = new ArrayList<>();
        int depth = 0;
        int blocks = 0;
        for (int i = from; i < to; i++) {
            Token token = tokens.get(i);
            depth += depth(token);
            blocks += token.isName("function") || token.isName("if") || token.isName("do") ? 1 : 0;
            blocks -= token.isName("end") ? 1 : 0;
            if (depth == 0 && blocks == 0 && token.isSymbol(",")) {
                commas.add(i);
            }
        }
        return commas;
    }

    private double percent(int from, int to, Token word) throws AggregateSyntaxException {
        Token number = tokens.get(from);
        boolean plain = to == from + 1
                && number.kind() == Kind.NUMBER
                && number.text().matches("[0-9]{1,3}(?:\\.[0-9]{0,15})?|\\.[0-9]{1,15}");
        double percent = plain ? Double.parseDouble(number.text()) : -1;
        if (percent < 0 || percent > 100) {
            throw new AggregateSyntaxException(
                    "`percentile` wants a number from 0 to 100 as its second argument",
                    "write `percentile(x, 95)`",
                    plain ? number : word);
        }
        return percent;
    }

    /** A piece of the text where it stands: everything around it is blank. */
    private LuaText argument(int from, int to) {
        String before = source.substring(0, from).replaceAll("[^\n]", " ");
        String after = source.substring(to).replaceAll("[^\n]", "");
        return new LuaText(
                before + source.substring(from, to) + after,
                text.place(),
                text.firstLine(),
                text.block(),
                text.exactLines());
    }

    /** Such as {@code sum_bytes}: no longer than the call, and no other name of the text. */
    private String name(String word, int from, int to, int room) {
        StringBuilder readable = new StringBuilder(word);
        for (int i = from; i < to; i++) {
            if (tokens.get(i).kind() == Kind.NAME) {
                readable.append('_').append(tokens.get(i).text().replaceAll("[^A-Za-z0-9_]", ""));
            }
        }
        String base = readable.substring(0, Math.min(readable.length(), room));
        String name = base;
        for (int i = 2; !taken.add(name); i++) {
            String suffix = "_" + i;
            name = base.substring(0, Math.max(1, Math.min(base.length(), room - suffix.length()))) + suffix;
        }
        return name;
    }

    private int offset(Token token) {
        int start = 0;
        for (int line = 1; line < token.line(); line++) {
            start = source.indexOf('\n', start) + 1;
        }
        return start + token.column() - 1;
    }

    /** Puts a name in the place of a call, and blanks for the rest of it; lines stay. */
    private void replace(Span span, String name) {
        int from = offset(tokens.get(span.first));
        int to = offset(tokens.get(span.last)) + 1;
        String rest = source.substring(Math.min(from + name.length(), to), to).replaceAll("[^\n]", " ");
        String lines =
                source.substring(from, Math.min(from + name.length(), to)).replaceAll("[^\n]", "");
        outer.replace(from, to, name + lines + rest);
    }
}
