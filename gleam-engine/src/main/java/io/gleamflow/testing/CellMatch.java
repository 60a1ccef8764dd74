package io.gleamflow.testing;

import io.gleamflow.flow.TestRows.Cell;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.JsonText;
import io.gleamflow.row.Value;
import io.gleamflow.row.ValueText;
import io.gleamflow.row.ValueWriter;
import io.gleamflow.wire.ValueCodec;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a value is the one that was expected, in the type that it has: numbers as numbers, texts byte for byte, lists and maps
 * as JSON. Nothing and empty text are the same.
 *
 * @param tolerance by how much numbers may differ
 */
record CellMatch(double tolerance) {

    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");
    private static final int MOST_DIGITS = 400;

    boolean matches(Cell expected, Value actual) {
        if (isEmpty(actual) || isEmpty(expected.typed())) {
            return isEmpty(actual) && isEmpty(expected.typed());
        } else if (isNumber(actual)) {
            return number(expected).filter(wanted -> same(wanted, actual)).isPresent();
        } else if (actual instanceof Value.Str) {
            return actual.equals(expected.written());
        } else if (actual instanceof Value.Bool) {
            return actual.toString().equals(expected.written().toString());
        }
        return json(actual).equals(jsonOf(expected).orElse(""));
    }

    /**
     * A text that an expected value and every value that matches it have in common; others may have it as well.
     */
    String key(Cell expected) {
        return number(expected).map(this::numberKey).orElseGet(() -> key(expected.written()));
    }

    String key(Value value) {
        if (isEmpty(value)) {
            return "";
        } else if (isNumber(value)) {
            return numberKey(value);
        } else if (value instanceof Value.Str text) {
            return number(text)
                    .map(this::numberKey)
                    .orElseGet(() -> normal(text).orElse(text.toString()));
        } else if (value instanceof Value.Bool) {
            return value.toString();
        }
        return json(value);
    }

    private String numberKey(Value number) {
        // a sign before zero is no difference
        return tolerance > 0 ? "#" : "#" + (real(number) + 0.0);
    }

    static boolean isEmpty(Value value) {
        return value instanceof Value.Nil || value instanceof Value.Str text && text.bytes().length == 0;
    }

    static boolean isNumber(Value value) {
        return value instanceof Value.Int || value instanceof Value.Real || value instanceof Value.BigInt;
    }

    private static Optional<Value> number(Cell expected) {
        if (isNumber(expected.typed())) {
            return Optional.of(expected.typed());
        }
        return expected.written() instanceof Value.Str text ? number(text) : Optional.empty();
    }

    /** The number that a text is, if it is one. */
    private static Optional<Value> number(Value.Str text) {
        if (text.bytes().length > MOST_DIGITS) {
            return Optional.empty();
        }
        String shown = text.toString();
        return switch (shown) {
            case "inf", ".inf" -> Optional.of(new Value.Real(Double.POSITIVE_INFINITY));
            case "-inf", "-.inf" -> Optional.of(new Value.Real(Double.NEGATIVE_INFINITY));
            case "nan", ".nan" -> Optional.of(new Value.Real(Double.NaN));
            default -> NUMBER.matcher(shown).matches() ? Optional.of(numeral(shown)) : Optional.empty();
        };
    }

    private static Value numeral(String text) {
        try {
            return new Value.Int(Long.parseLong(text));
        } catch (NumberFormatException beyond) {
            return new Value.Real(Double.parseDouble(text));
        }
    }

    private boolean same(Value wanted, Value actual) {
        double a = real(wanted);
        double b = real(actual);
        if (Double.isNaN(a) || Double.isNaN(b) || Double.isInfinite(a) || Double.isInfinite(b)) {
            return Double.compare(a, b) == 0;
        }
        if (wanted instanceof Value.Int && actual instanceof Value.Int && tolerance == 0) {
            return wanted.equals(actual);
        }
        return a == b || tolerance > 0 && decimal(a).subtract(decimal(b)).abs().compareTo(decimal(tolerance)) <= 0;
    }

    /** What the number looks like: 0.3 is within 0.1 of 0.2, whatever bits have to say. */
    private static BigDecimal decimal(double number) {
        return BigDecimal.valueOf(number);
    }

    private static double real(Value number) {
        if (number instanceof Value.Int whole) {
            return whole.value();
        }
        return number instanceof Value.BigInt big ? big.value().doubleValue() : ((Value.Real) number).value();
    }

    private static Optional<String> jsonOf(Cell expected) {
        return expected.typed() instanceof Value.Str text ? normal(text) : Optional.of(json(expected.typed()));
    }

    /** JSON that is a list or a map, in the form that gleam gives it. */
    private static Optional<String> normal(Value.Str text) {
        String shown = text.toString().strip();
        Bytes value = new Bytes(64);
        boolean json = (shown.startsWith("[") || shown.startsWith("{"))
                && JsonText.write(shown.getBytes(StandardCharsets.UTF_8), new ValueWriter(value));
        return json ? Optional.of(text(value)) : Optional.empty();
    }

    /** A value as sinks write it. */
    static String json(Value value) {
        Bytes bytes = new Bytes(64);
        ValueCodec.write(value, new ValueWriter(bytes));
        return text(bytes);
    }

    private static String text(Bytes value) {
        Bytes text = new Bytes(64);
        ValueText.append(value.array(), 0, value.length(), text);
        return new String(text.array(), 0, text.length(), StandardCharsets.UTF_8);
    }
}
