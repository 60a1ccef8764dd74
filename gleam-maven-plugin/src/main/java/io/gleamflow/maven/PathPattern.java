package io.gleamflow.maven;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** A pattern over relative paths as everywhere in Maven: {@code ?}, {@code *} within a name, {@code **} across names. */
final class PathPattern {

    private final Pattern regex;

    PathPattern(String pattern) {
        StringBuilder out = new StringBuilder();
        String rest = pattern.replace('\\', '/');
        if (rest.endsWith("/")) {
            rest += "**";
        }
        while (!rest.isEmpty()) {
            if (rest.startsWith("**/")) {
                out.append("(?:.*/)?");
                rest = rest.substring(3);
            } else if (rest.startsWith("**")) {
                out.append(".*");
                rest = rest.substring(2);
            } else {
                out.append(one(rest.charAt(0)));
                rest = rest.substring(1);
            }
        }
        this.regex = Pattern.compile(out.toString(), Pattern.DOTALL);
    }

    private static String one(char c) {
        return switch (c) {
            case '*' -> "[^/]*";
            case '?' -> "[^/]";
            default -> Pattern.quote(String.valueOf(c));
        };
    }

    static List<PathPattern> all(Collection<String> patterns) {
        return patterns.stream().map(String::trim).map(PathPattern::new).toList();
    }

    /** Whether the path, written with slashes, matches as a whole. */
    boolean matches(String path) {
        return regex.matcher(path).matches();
    }
}
