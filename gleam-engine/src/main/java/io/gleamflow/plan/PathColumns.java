package io.gleamflow.plan;

import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.Columns;
import io.gleamflow.problem.Place;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The columns named in the path of a {@code write}: {@code out/{country}.csv}. */
public final class PathColumns {

    /** A name in braces. */
    public static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}/]+)\\}");

    private PathColumns() {}

    /** Their indexes, from 0, in the order they stand in the path, as often as they do; none for a single file. */
    static List<Integer> of(String path, Columns columns) {
        return PLACEHOLDER
                .matcher(path)
                .results()
                .map(MatchResult::group)
                .map(name -> name.substring(1, name.length() - 1))
                .map(name -> name.matches("[1-9][0-9]{0,4}")
                        ? new ColumnRef.Numbered(Integer.parseInt(name), Place.of(path))
                        : new ColumnRef.Named(name, Place.of(path)))
                .map(column -> Indexes.of(column, columns))
                .toList();
    }
}
