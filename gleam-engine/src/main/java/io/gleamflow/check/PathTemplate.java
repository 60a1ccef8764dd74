package io.gleamflow.check;

import java.util.Arrays;
import java.util.List;

/**
 * A path in which parts of names are not known yet. What is known is looked for from left to right, each piece at the first
 * place it may stand; where nothing but names lies between, that finds a match if there is one, without ever going back.
 */
final class PathTemplate {

    /** Stands for any part of a name; no path has it. */
    static final String ANY = "\u0001";

    private final List<String> names;

    /**
     * @param path with {@link #ANY} in it
     */
    PathTemplate(String path) {
        this.names = List.of(path.split("/", -1));
    }

    /** Whether the unknown parts may be such that it is this path. */
    boolean mayMean(String path) {
        String[] others = path.split("/", -1);
        if (others.length != names.size()) {
            return false;
        }
        for (int i = 0; i < others.length; i++) {
            if (!mayMean(names.get(i), others[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean mayMean(String template, String name) {
        String[] pieces = template.split(ANY, -1);
        String first = pieces[0];
        String last = pieces[pieces.length - 1];
        if (pieces.length == 1) {
            return template.equals(name);
        }
        if (name.length() < first.length() + last.length() || !name.startsWith(first) || !name.endsWith(last)) {
            return false;
        }
        String rest = name.substring(first.length(), name.length() - last.length());
        int at = 0;
        for (String piece : Arrays.asList(pieces).subList(1, pieces.length - 1)) {
            int found = rest.indexOf(piece, at);
            if (found < 0) {
                return false;
            }
            at = found + piece.length();
        }
        return true;
    }
}
