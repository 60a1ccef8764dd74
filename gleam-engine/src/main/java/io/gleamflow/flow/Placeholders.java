package io.gleamflow.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Columns in the path of a {@code write}, such as {@code country} in <code>out/{country}.csv</code>. */
public final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("(?<!\\$)\\{([^{}]*)\\}");

    private static final Pattern POSITION = Pattern.compile("[1-9][0-9]{0,4}");

    private Placeholders() {}

    /** The columns of a path, in order; digits are a position. */
    public static List<ColumnRef> of(Text path) {
        List<ColumnRef> columns = new ArrayList<>();
        Matcher placeholder = PLACEHOLDER.matcher(path.value());
        while (placeholder.find()) {
            String name = placeholder.group(1).strip();
            columns.add(
                    POSITION.matcher(name).matches()
                            ? new ColumnRef.Numbered(Integer.parseInt(name), path.place())
                            : new ColumnRef.Named(name, path.place()));
        }
        return columns;
    }

    /**
     * The path with other texts in the place of the columns.
     *
     * @param values what stands for the column with an index from 0, counted in the order of {@link #of}
     */
    public static String filled(Text path, Function<Integer, String> values) {
        StringBuilder filled = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(path.value());
        int count = 0;
        while (placeholder.find()) {
            placeholder.appendReplacement(filled, Matcher.quoteReplacement(values.apply(count++)));
        }
        return placeholder.appendTail(filled).toString();
    }
}
