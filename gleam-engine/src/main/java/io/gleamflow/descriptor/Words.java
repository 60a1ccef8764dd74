package io.gleamflow.descriptor;

import io.gleamflow.problem.Nearest;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The words of the descriptor language: which verbs there are, and which options go with which verb. */
final class Words {

    static final List<String> TOP =
            List.of("description", "params", "functions", "steps", "datasets", "defaults", "tests");

    static final List<String> DEFAULTS =
            List.of("partitions", "runtime", "env", "shell", "memory", "onDisk", "onError", "timeout");

    static final List<String> TESTS =
            List.of("name", "params", "now", "given", "expect", "rows", "error", "inOrder", "tolerance", "check");

    /** Options that every verb takes, except that some have their number of shards as argument. */
    private static final Set<String> EVERYWHERE =
            Set.of("name", "description", "partitions", "types", "memory", "onDisk", "onError", "timeout");

    /** Verbs whose work may succeed the next time, since it depends on the world outside. */
    private static final List<String> REPEATABLE = List.of("read", "write", "pipe", "pipeAsArgs", "exec");

    private static final Set<String> SOURCES = Set.of("read", "rows", "from");

    private static final Set<String> DIVIDING = Set.of("partition", "roundRobin", "broadcast", "merge");

    /** Each verb with its options beside those that all have. */
    private static final Map<String, Set<String>> OPTIONS = table("""
            read           as format columns separator encoding with okExit env shell cache
            rows           as
            from           as
            union          as
            map            as per runtime
            flatMap        as keep runtime
            filter         per runtime
            forEach        as by runtime cache
            select         as
            set            per runtime
            drop
            rename
            check          runtime
            lua            as by per runtime cache
            reduce         as by runtime
            reduceByKey    as runtime
            countBy        as
            groupBy        as
            distinct
            join           as by prefix
            leftOuterJoin  as by prefix
            rightOuterJoin as by prefix
            fullOuterJoin  as by prefix
            hashJoin       as by prefix
            crossJoin      as prefix
            semiJoin       by
            antiJoin       by
            coGroup        as by
            sort
            top            by per
            limit          per
            skip           per
            sample         seed per
            partition      by
            roundRobin
            broadcast
            merge
            pipe           as by per split format columns separator okExit env shell cache
            pipeAsArgs     as split okExit env shell cache
            exec           as by okExit env cache
            print
            write          format columns separator encoding
            """);

    private Words() {}

    private static Map<String, Set<String>> table(String rows) {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        for (String row : rows.lines().toList()) {
            List<String> words = List.of(row.strip().split("\\s+"));
            Set<String> options = new LinkedHashSet<>(words.subList(1, words.size()));
            options.addAll(EVERYWHERE);
            if (DIVIDING.contains(words.get(0))) {
                options.remove("partitions");
            }
            table.put(words.get(0), options);
        }
        return table;
    }

    /** In the order of the table, where neighbours do alike. */
    static Set<String> verbs() {
        return OPTIONS.keySet();
    }

    static boolean isVerb(String word) {
        return OPTIONS.containsKey(word);
    }

    /** Whether a verb can only be the first of its dataset. */
    static boolean isSource(String verb) {
        return SOURCES.contains(verb);
    }

    /** Whether a verb can be tried again. */
    static boolean isRepeatable(String verb) {
        return REPEATABLE.contains(verb);
    }

    /** The verbs that can be tried again. */
    static String repeatable() {
        return String.join(", ", REPEATABLE);
    }

    static boolean isOption(String word) {
        return options().contains(word);
    }

    /** All options of all verbs. */
    private static Set<String> options() {
        Set<String> all = new TreeSet<>();
        OPTIONS.values().forEach(all::addAll);
        return all;
    }

    static boolean takes(String verb, String option) {
        return options(verb).contains(option);
    }

    /** The options of a verb. */
    static Set<String> options(String verb) {
        return OPTIONS.getOrDefault(verb, Set.of());
    }

    /** What to do with an option that a verb does not take. */
    static String hint(String verb, String option) {
        if (option.equals("by")
                && Set.of("sort", "countBy", "groupBy", "distinct", "select").contains(verb)) {
            return "write the columns behind the verb: `" + verb + ": [a, b]`";
        } else if (option.equals("by") && verb.equals("reduceByKey")) {
            return "the key is the first column; with another one write `reduce` and `by`";
        } else if (option.equals("partitions")) {
            return "the number stands behind the verb: `" + verb + ": 4`";
        } else if (option.equals("as") && verb.equals("set")) {
            return "the names stand before the expressions: `set: {name: expression}`";
        }
        List<String> takers =
                OPTIONS.keySet().stream().filter(each -> takes(each, option)).toList();
        return "it goes with " + String.join(", ", takers);
    }

    /** What to do about a word that is neither verb nor option, beside a verb. */
    static Optional<String> strange(String word, String verb) {
        if (word.equals("on")) {
            return Optional.of("join keys go under `by:`");
        }
        return Nearest.hint(word, options())
                .or(() -> Optional.of("it takes " + String.join(", ", new TreeSet<>(options(verb)))));
    }
}
