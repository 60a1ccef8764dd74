package io.gleamflow.check;

import io.gleamflow.flow.LuaText;
import io.gleamflow.problem.Place;
import io.gleamflow.script.LuaTokens;
import io.gleamflow.script.LuaTokens.Kind;
import io.gleamflow.script.LuaTokens.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Places in a Lua text, as places in the file it stands in. */
final class LuaPlaces {

    private final LuaText text;
    private final List<Token> tokens;
    private final Map<String, List<Integer>> uses;
    private final List<String> lines;

    /** Blanks in front of every line of a block. */
    private final int indent;

    LuaPlaces(LuaText text) {
        this.text = text;
        this.tokens = LuaTokens.of(text.source());
        this.uses = uses(tokens);
        this.lines = text.source().lines().toList();
        int first = text.place().line() - text.firstLine();
        String line = first >= 0 && first < lines.size() ? lines.get(first) : "";
        int lead = text.block() ? line.length() - line.stripLeading().length() : 0;
        this.indent = Math.max(0, text.place().column() - 1 - lead);
    }

    List<Token> tokens() {
        return tokens;
    }

    Place of(Token token) {
        return text.exactLines()
                ? new Place(text.place().file(), text.firstLine() + token.line() - 1, indent + token.column())
                : text.place();
    }

    /**
     * Where a global name is used.
     *
     * @param line of the file, as the chunk was compiled; 0 for the first use
     */
    Place of(String name, int line) {
        for (int index : uses(name)) {
            Token token = tokens.get(index);
            if (line == 0 || !text.exactLines() || text.firstLine() + token.line() - 1 >= line) {
                return of(token);
            }
        }
        return line(line);
    }

    /** The indexes of the tokens that are a variable of that name, in order. */
    List<Integer> uses(String name) {
        return uses.getOrDefault(name, List.of());
    }

    /** The names that are variables, not those of fields and of entries in tables. */
    private static Map<String, List<Integer>> uses(List<Token> tokens) {
        Map<String, List<Integer>> uses = new HashMap<>();
        int tables = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            tables += token.isSymbol("{") ? 1 : token.isSymbol("}") ? -1 : 0;
            boolean field = i > 0
                    && (tokens.get(i - 1).isSymbol(".") || tokens.get(i - 1).isSymbol(":"));
            boolean entry = i > 0
                    && tables > 0
                    && (tokens.get(i - 1).isSymbol("{") || tokens.get(i - 1).isSymbol(","))
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).isSymbol("=");
            if (token.kind() == Kind.NAME && !field && !entry) {
                uses.computeIfAbsent(token.text(), name -> new ArrayList<>()).add(i);
            }
        }
        return uses;
    }

    /** The place of what the compiler stumbled over. */
    Place near(String token, int line) {
        if (!text.exactLines() || tokens.isEmpty()) {
            return text.place();
        }
        Token last = tokens.get(tokens.size() - 1);
        if (token.equals("<eof>")) {
            Place place = of(last);
            return new Place(
                    place.file(), place.line(), place.column() + last.text().length());
        }
        for (Token each : tokens) {
            if (text.firstLine() + each.line() - 1 == line && each.text().startsWith(token) && !token.isEmpty()) {
                return of(each);
            }
        }
        return line(line);
    }

    private Place line(int line) {
        boolean inside = text.exactLines() && line >= text.firstLine() && line < text.firstLine() + lines.size();
        return inside ? text.place().atLine(line) : text.place();
    }
}
