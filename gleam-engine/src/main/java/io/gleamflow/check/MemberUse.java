package io.gleamflow.check;

import io.gleamflow.problem.Nearest;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import io.gleamflow.script.LuaTokens.Kind;
import io.gleamflow.script.LuaTokens.Token;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes sure that {@code row.x} and {@code params.x} are there: a table gives nil for what it does not have. */
final class MemberUse {

    private final String table;
    private final List<Token> tokens;
    private final LuaPlaces places;

    private MemberUse(String table, LuaPlaces places) {
        this.table = table;
        this.tokens = places.tokens();
        this.places = places;
    }

    /**
     * Notes each name that a text looks up in a table and that is not known, once. A text that declares or fills the table
     * itself is left alone.
     *
     * @param what a member is, such as {@code a column}
     */
    static void check(String table, Collection<String> known, String what, LuaPlaces places, Problems problems) {
        MemberUse use = new MemberUse(table, places);
        List<Integer> uses = List.copyOf(places.uses(table));
        if (uses.isEmpty()
                || LibraryUse.locals(use.tokens).contains(table)
                || uses.stream().anyMatch(use::isAssigned)) {
            return;
        }
        Set<String> said = new HashSet<>(known);
        for (int at : uses) {
            use.name(at).filter(said::add).ifPresent(name -> problems.add(use.problem(at, name, known, what)));
        }
    }

    private Problem problem(int at, String name, Collection<String> known, String what) {
        Problem problem = Problem.error(
                places.of(tokens.get(at + 2)), "`" + name + "` is not " + what + ", so `" + table + "` has nil there");
        return Nearest.hint(name, known).map(problem::hint).orElse(problem);
    }

    /** The name behind a dot or, as a plain text, in brackets. */
    private Optional<String> name(int at) {
        if (at + 2 >= tokens.size()) {
            return Optional.empty();
        }
        Token member = tokens.get(at + 2);
        if (tokens.get(at + 1).isSymbol(".") && member.kind() == Kind.NAME) {
            return Optional.of(member.text());
        }
        boolean plain = tokens.get(at + 1).isSymbol("[")
                && member.kind() == Kind.STRING
                && member.text().matches("([\"'])[^\\\\]*\\1")
                && at + 3 < tokens.size()
                && tokens.get(at + 3).isSymbol("]");
        return plain ? Optional.of(member.text().substring(1, member.text().length() - 1)) : Optional.empty();
    }

    private boolean isAssigned(int at) {
        boolean dotted = at + 3 < tokens.size()
                && tokens.get(at + 1).isSymbol(".")
                && (tokens.get(at + 3).isSymbol("=") || tokens.get(at + 3).isSymbol(","));
        boolean indexed = at + 1 < tokens.size() && tokens.get(at + 1).isSymbol("[") && isFilled(at + 1);
        return dotted && assigns(at + 3) || indexed;
    }

    /** Whether an assignment follows: a comma may as well stand between arguments. */
    private boolean assigns(int at) {
        int next = at;
        while (next < tokens.size() && !tokens.get(next).isSymbol("=")) {
            if (!tokens.get(next).isSymbol(",")
                    && !tokens.get(next).isSymbol(".")
                    && tokens.get(next).kind() != Kind.NAME) {
                return false;
            }
            next++;
        }
        return next < tokens.size();
    }

    private boolean isFilled(int bracket) {
        int depth = 0;
        for (int i = bracket; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol("[") ? 1 : tokens.get(i).isSymbol("]") ? -1 : 0;
            if (depth == 0) {
                return i + 1 < tokens.size() && tokens.get(i + 1).isSymbol("=");
            }
        }
        return false;
    }
}
