package io.gleamflow.descriptor;

import io.gleamflow.flow.ExpectedUpdate.Kind;
import io.gleamflow.flow.ExpectedUpdate.Written;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Values as text of a descriptor. */
final class WrittenValue {

    private static final String PLAIN = "[A-Za-z_][A-Za-z0-9_./@+-]*(?: [A-Za-z0-9_./@+-]+)*";
    private static final String WORD = "(?i)null|true|false|yes|no|on|off";

    private WrittenValue() {}

    /** As an element of a list or a map. */
    static String yaml(Written value) {
        return switch (value.kind()) {
            case NIL -> "null";
            case BARE -> value.text();
            case TEXT -> text(value.text());
        };
    }

    static String text(String text) {
        return text.matches(PLAIN) && !text.matches(WORD) ? text : quoted(text);
    }

    /** In double quotes. */
    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (isOdd(c)) {
                        out.append(c < 0x100 ? String.format("\\x%02x", c) : String.format("\\U%08x", c));
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        // a reference that is none
        return out.append('"').toString().replace("${", "$${");
    }

    /** What may not stand in a descriptor as it is, or is no character at all. */
    static boolean isOdd(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t'
                || c == 0x2028
                || c == 0x2029
                || c == 0xfeff
                || c >= 0xfffe && c <= 0xffff
                || Character.getType(c) == Character.SURROGATE;
    }

    /** A row as an element of a list: a value, a list, or a map. */
    static String row(List<Written> values, List<String> names) {
        if (!names.isEmpty()) {
            return IntStream.range(0, values.size())
                    .mapToObj(i -> text(names.get(i)) + ": " + yaml(values.get(i)))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return values.size() == 1
                ? yaml(values.get(0))
                : values.stream().map(WrittenValue::yaml).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A row as a record of csv, without its end. */
    static String csv(List<Written> values) {
        return values.stream().map(WrittenValue::csv).collect(Collectors.joining(","));
    }

    private static String csv(Written value) {
        return value.kind() == Kind.NIL ? "" : csv(value.text()).replace("${", "$${");
    }

    static String csv(String text) {
        boolean quotes = text.isEmpty() || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quotes ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
