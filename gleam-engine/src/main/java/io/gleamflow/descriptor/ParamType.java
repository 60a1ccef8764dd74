package io.gleamflow.descriptor;

import io.gleamflow.row.Value;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The types of parameters: what a text given from outside is read as. */
enum ParamType {
    TEXT("a text"),
    INT("a whole number"),
    NUMBER("a number"),
    BOOL("`true` or `false`");

    static final String NAMES = "text, int, number, bool";

    private final String phrase;

    ParamType(String phrase) {
        this.phrase = phrase;
    }

    static Optional<ParamType> named(String name) {
        return Arrays.stream(values())
                .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** The type of a parameter that only has a default. */
    static ParamType of(Value standard) {
        if (standard instanceof Value.Int || standard instanceof Value.BigInt) {
            return INT;
        } else if (standard instanceof Value.Real) {
            return NUMBER;
        }
        return standard instanceof Value.Bool ? BOOL : TEXT;
    }

    /** As in "it is a whole number". */
    String phrase() {
        return phrase;
    }

    /** The value a text stands for; empty when it stands for none of this type. */
    Optional<Value> convert(String text) {
        String word = text.strip();
        return switch (this) {
            case TEXT -> Optional.of(Value.Str.of(text));
            case INT ->
                isInteger(word) ? Optional.of(Values.integer(word)).filter(ParamType::isExact) : Optional.empty();
            case NUMBER -> number(word);
            case BOOL ->
                word.equals("true") || word.equals("false")
                        ? Optional.of(new Value.Bool(word.equals("true")))
                        : Optional.empty();
        };
    }

    private static boolean isInteger(String word) {
        return word.matches("[-+]?[0-9]{1,40}");
    }

    private static boolean isExact(Value value) {
        return !(value instanceof Value.Real);
    }

    private static Optional<Value> number(String word) {
        if (isInteger(word)) {
            return Optional.of(Values.integer(word));
        }
        // Java would read "1f" and "0x1p3" as numbers too
        return word.matches("[-+]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
                ? Optional.of(new Value.Real(Double.parseDouble(word)))
                : Optional.empty();
    }
}
