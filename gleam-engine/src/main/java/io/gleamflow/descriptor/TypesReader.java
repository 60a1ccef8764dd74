package io.gleamflow.descriptor;

import io.gleamflow.flow.ColumnType;
import io.gleamflow.flow.Conversion;
import io.gleamflow.flow.Text;
import io.gleamflow.flow.TypedColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code types}: columns, each with its type and perhaps the form in which its text has it. */
final class TypesReader {

    private static final String TYPES = "types are text, int, number, bool, date, timestamp, json, bytes";

    /** Letters that mean something, words in single quotes, and what is no letter; possessive, to take no stack for each. */
    private static final Pattern PATTERN = Pattern.compile("(?:[yMdEHhamsSXxZ]|'[^']*'|[^A-Za-z'])++");

    private final Nodes nodes;

    TypesReader(Nodes nodes) {
        this.nodes = nodes;
    }

    List<TypedColumn> read(@Nullable Node node) {
        List<TypedColumn> types = new ArrayList<>();
        if (node != null) {
            for (Entry entry : nodes.entries(node, "`types`")) {
                nodes.text(entry.value(), "a type")
                        .flatMap(type -> conversion(entry.value(), type))
                        .ifPresent(conversion -> types.add(new TypedColumn(ColumnsReader.column(entry), conversion)));
            }
        }
        return types;
    }

    private Optional<Conversion> conversion(Node node, Text text) {
        String[] words = text.value().strip().split("\\s+", 2);
        Optional<ColumnType> type = Arrays.stream(ColumnType.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(words[0]))
                .findFirst();
        if (type.isEmpty()) {
            nodes.error(node, "there is no type `" + Nodes.shortened(text.value()) + "`", TYPES);
            return Optional.empty();
        } else if (words.length == 1) {
            return type.map(Conversion::to);
        }
        String pattern = words[1];
        if (type.get() != ColumnType.DATE && type.get() != ColumnType.TIMESTAMP) {
            nodes.error(
                    node,
                    "`" + words[0] + "` has no pattern, and here is `" + Nodes.shortened(pattern) + "`",
                    "`date` and `timestamp` have patterns, such as `date dd.MM.yyyy`");
            return Optional.empty();
        } else if (!PATTERN.matcher(pattern).matches()) {
            nodes.error(
                    node,
                    "`" + Nodes.shortened(pattern) + "` is no pattern of a " + words[0],
                    "write it as in `date dd.MM.yyyy` or `timestamp dd.MM.yyyy HH:mm:ss`; words stand in single quotes");
            return Optional.empty();
        }
        return Optional.of(new Conversion(type.get(), Optional.of(pattern)));
    }
}
