package io.gleamflow.check;

import io.gleamflow.flow.Columns;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import io.gleamflow.script.Libraries;
import io.gleamflow.script.LibraryMembers;
import io.gleamflow.script.LuaTokens.Kind;
import io.gleamflow.script.LuaTokens.Token;
import io.gleamflow.script.ScriptText;
import java.util.List;

/** Looks at the columns that are local variables of a script. */
final class BoundColumns {

    private BoundColumns() {}

    static void check(ScriptText script, SharedNames shared, Scope scope, LuaPlaces places, Problems problems) {
        Columns columns = scope.columns();
        for (int index : script.columns()) {
            String name = columns.isNamed() ? columns.names().get(index) : "_" + (index + 1);
            if (columns.width().isPresent() && index >= columns.width().getAsInt()) {
                int width = columns.width().getAsInt();
                problems.add(Problem.error(places.of(name, 0), "there is no column " + (index + 1) + " here")
                        .hint(width == 1 ? "there is one" : "there are " + width));
            } else if (Libraries.NAMES.contains(name) && !shared.globals().contains(name)) {
                hiddenLibrary(name, places, problems);
            } else if (Globals.AT_HAND.contains(name) || shared.globals().contains(name)) {
                hidden(name, places, problems);
            }
        }
    }

    /** A column wins over a library, which people mean when they name what only the library has. */
    private static void hiddenLibrary(String name, LuaPlaces places, Problems problems) {
        List<Token> tokens = places.tokens();
        for (int at : places.uses(name)) {
            boolean member = at + 2 < tokens.size()
                    && tokens.get(at + 1).isSymbol(".")
                    && LibraryMembers.of(name).contains(tokens.get(at + 2).text());
            if (member) {
                problems.add(Problem.error(
                                places.of(tokens.get(at)), "`" + name + "` is a column here, and hides the library")
                        .hint("the library is `" + Libraries.TABLE + "." + name + "` as well"));
                return;
            }
        }
    }

    /** A column wins over a function; to call or index it is to mean the function. */
    private static void hidden(String name, LuaPlaces places, Problems problems) {
        List<Token> tokens = places.tokens();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token next = tokens.get(i + 1);
            boolean used = next.isSymbol("(") || next.isSymbol("[") || next.isSymbol(".") || next.kind() == Kind.STRING;
            boolean field = i > 0
                    && (tokens.get(i - 1).isSymbol(".") || tokens.get(i - 1).isSymbol(":"));
            if (tokens.get(i).isName(name) && used && !field) {
                problems.add(Problem.error(
                                places.of(tokens.get(i)),
                                "`" + name + "` is a column here, and hides the function or library")
                        .hint("give the column another name with `as`"));
            }
        }
    }
}
