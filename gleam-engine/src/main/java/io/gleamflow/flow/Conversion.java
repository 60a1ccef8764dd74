package io.gleamflow.flow;

import java.util.Optional;

/**
 * A type and the form in which the text has it.
 *
 * @param pattern of a {@link ColumnType#DATE} or {@link ColumnType#TIMESTAMP}, such as {@code dd.MM.yyyy}; empty for ISO form
 */
public record Conversion(ColumnType type, Optional<String> pattern) {

    public static Conversion to(ColumnType type) {
        return new Conversion(type, Optional.empty());
    }
}
