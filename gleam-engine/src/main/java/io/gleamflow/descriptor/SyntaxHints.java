package io.gleamflow.descriptor;

import io.gleamflow.problem.Place;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to do about a text that is no YAML: nearly always a value that should have been quoted. */
final class SyntaxHints {

    /** A line with a key and a value; what the value starts with tells most. */
    private static final Pattern VALUE = Pattern.compile("^[-\\s]*[\\w .$]{1,60}:\\s+(\\S.*)$");

    private static final int WIDEST = 400;

    private final String problem;
    private final String context;
    private final String line;
    private final String before;
    private final String value;

    SyntaxHints(Source source, String problem, String context, Place place) {
        this.problem = problem;
        this.context = context;
        this.line = shortened(source.line(place.line()));
        this.before = shortened(source.line(place.line() - 1));
        this.value = value(line).isEmpty() ? value(before) : value(line);
    }

    private static String shortened(String line) {
        return line.substring(0, Math.min(line.length(), WIDEST));
    }

    private static String value(String line) {
        Matcher matcher = VALUE.matcher(line);
        return matcher.matches() ? matcher.group(1) : "";
    }

    Optional<String> hint() {
        String hint = forCharacter();
        if (hint.isEmpty()) {
            hint = forValue();
        }
        if (hint.isEmpty()) {
            hint = forStructure();
        }
        return hint.isEmpty() ? Optional.empty() : Optional.of(hint);
    }

    /** YAML stumbled over a character that means something to it. */
    private String forCharacter() {
        if (problem.contains("\\t(TAB)")) {
            return "indent with blanks; YAML allows no tabs there";
        } else if (context.contains("alias") || problem.contains("alias")) {
            return "`*` starts an alias; quote it: " + quoted();
        } else if (context.contains("anchor")) {
            return "`&` starts an anchor; quote it: " + quoted();
        } else if (problem.contains("cannot start any token")) {
            return "no value may start with that character; quote it: " + quoted();
        } else if (problem.startsWith("Global tag") || context.contains("a tag")) {
            return "`!` starts a tag, and Lua's not is `not`; quote a text that starts so";
        } else if (problem.contains("unknown escape")) {
            return "`\\` is special in double quotes; use single quotes or a `|` block";
        }
        return "";
    }

    /** The value in double quotes, when it is short and has none itself. */
    private String quoted() {
        boolean simple = !value.isEmpty() && value.length() < 40 && value.indexOf('"') < 0 && value.indexOf('\\') < 0;
        return simple ? "`\"" + value.replaceFirst("\\s+#.*$", "") + "\"`" : "`\"...\"`";
    }

    /** A value ended before its author thought so. */
    private String forValue() {
        if (line.contains("${") && context.contains("flow")) {
            return "within `[ ]` and `{ }` quote it: `\"${...}\"`";
        } else if (line.contains("{{")) {
            return "parameters are `${y}`, and in Lua `params.y`";
        } else if (problem.contains("mapping values")) {
            if (value.contains(": ") || value.endsWith(":")) {
                return "there is a `: ` inside the value; use a `|` block, or quote all of it";
            }
            return before.indexOf(':') < 0
                    ? "is a `:` missing at the end of the line above?"
                    : "the line above has a value already; is this one indented too far?";
        } else if (problem.contains("<block end>") && problem.contains("<scalar>")) {
            return afterEnd();
        } else if (context.contains("block scalar")) {
            return "a value starting with `|` or `>` is a block; quote it";
        }
        return "";
    }

    private String afterEnd() {
        if (value.startsWith("\"") || value.startsWith("'")) {
            return "a value starting with a quote ends at the next quote; use a `|` block";
        }
        boolean collection = value.startsWith("[") || value.startsWith("{");
        return collection
                ? "a value starting with `" + value.charAt(0) + "` ends at its bracket; use a `|` block"
                : "the indentation fits no line above; lines of a `|` block are indented alike";
    }

    /** Lines do not stand as they should to each other. */
    private String forStructure() {
        if (context.startsWith("while scanning a quoted") || context.startsWith("while scanning a double")) {
            return "the quote that opens here is never closed";
        } else if (context.contains("flow sequence")) {
            return "is a `]` missing, or a comma?";
        } else if (context.contains("flow mapping")) {
            return "is a `}` missing, or a comma?";
        } else if (problem.contains("could not find expected ':'")) {
            return "a key is followed by `:` and a blank";
        } else if (problem.contains("sequence entries")) {
            return "a list begins on a line of its own";
        }
        return problem.contains("<block end>") ? "the indentation fits no line above" : "";
    }
}
