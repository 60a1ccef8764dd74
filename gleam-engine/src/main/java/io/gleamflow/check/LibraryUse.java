package io.gleamflow.check;

import io.gleamflow.lua.LuaChunk;
import io.gleamflow.problem.Nearest;
import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import io.gleamflow.script.Libraries;
import io.gleamflow.script.LibraryMembers;
import io.gleamflow.script.LuaTokens.Kind;
import io.gleamflow.script.LuaTokens.Token;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Makes sure that scripts call what the libraries of gleam have, and do not take a library for a column. */
final class LibraryUse {

    private final LuaPlaces places;
    private final Problems problems;
    private final List<Token> tokens;
    private final Set<String> libraries = new TreeSet<>(Libraries.NAMES);
    private final Set<String> said = new HashSet<>();

    /**
     * @param lua the same text, compiled; a library that the text or the flow gives another meaning is not looked at
     */
    private LibraryUse(LuaChunk lua, SharedNames shared, LuaPlaces places, Problems problems) {
        this.places = places;
        this.problems = problems;
        this.tokens = places.tokens();
        libraries.add(Libraries.TABLE);
        libraries.retainAll(lua.freeNames().keySet());
        libraries.removeAll(lua.assignedNames().keySet());
        libraries.removeAll(shared.globals());
        libraries.removeAll(locals(tokens));
    }

    /**
     * Looks at all libraries in a text.
     *
     * @param meant what is said of columns when a library stands where a value should
     */
    static void check(LuaChunk lua, SharedNames shared, LuaPlaces places, String meant, Problems problems) {
        LibraryUse use = new LibraryUse(lua, shared, places, problems);
        for (String library : use.libraries) {
            for (int at : places.uses(library)) {
                use.check(library, at, meant);
            }
        }
    }

    private void check(String library, int at, String meant) {
        if (isSymbol(at + 1, ":")) {
            say(
                    library + ":",
                    Problem.error(place(at), "`" + library + "` is a library, not a text or a table")
                            .hint("write `" + library + "." + text(at + 2) + "(...)`"));
        } else if (!isSymbol(at + 1, ".")) {
            if (!isSymbol(at + 1, "[")) {
                say(
                        library,
                        Problem.warning(place(at), "`" + library + "` is a library, not a value")
                                .hint(meant));
            }
        } else if (!library.equals(Libraries.TABLE)) {
            member(library, at + 2, LibraryMembers.of(library));
        } else if (member(library, at + 2, Libraries.IN_TABLE) && isSymbol(at + 3, ".")) {
            String inner = text(at + 2);
            if (Libraries.NAMES.contains(inner)) {
                member(inner, at + 4, LibraryMembers.of(inner));
            }
        }
    }

    private boolean member(String library, int at, Collection<String> members) {
        String name = text(at);
        if (name.isEmpty() || members.contains(name)) {
            return !name.isEmpty();
        } else if (said.add(library + "." + name)) {
            String hint = Nearest.hint(name, members).orElse("it has " + String.join(", ", new TreeSet<>(members)));
            problems.add(Problem.error(place(at), "the library `" + library + "` has no `" + name + "`")
                    .hint(hint));
        }
        return false;
    }

    private Place place(int at) {
        return places.of(tokens.get(at));
    }

    /** Adds a problem, unless the same has been said of the text. */
    private void say(String what, Problem problem) {
        if (said.add(what)) {
            problems.add(problem);
        }
    }

    private boolean isSymbol(int at, String symbol) {
        return at < tokens.size() && tokens.get(at).isSymbol(symbol);
    }

    private String text(int at) {
        return at < tokens.size() ? tokens.get(at).text() : "";
    }

    /** Names that are declared anywhere in the text: those behind {@code local} and {@code for}, and parameters. */
    static Set<String> locals(List<Token> tokens) {
        Set<String> locals = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isName("function")) {
                int next = i + 1;
                while (next < tokens.size() && !tokens.get(next).isSymbol("(")) {
                    next++;
                }
                names(tokens, next + 1, locals);
            } else if (tokens.get(i).isName("local") || tokens.get(i).isName("for")) {
                names(tokens, i + 1, locals);
            }
        }
        return locals;
    }

    private static void names(List<Token> tokens, int from, Set<String> names) {
        for (int i = from; i < tokens.size() && tokens.get(i).kind() == Kind.NAME; i += 2) {
            names.add(tokens.get(i).text());
            if (i + 1 >= tokens.size() || !tokens.get(i + 1).isSymbol(",")) {
                return;
            }
        }
    }
}
