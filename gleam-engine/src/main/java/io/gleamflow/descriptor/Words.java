package io.gleamflow.descriptor;

import io.gleamflow.problem.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The words of the descriptor language: what there is, what there will be, and which options go with which verb. */
final class Words {

    static final List<String> TOP = List.of("description", "params", "functions", "steps", "defaults", "tests");

    static final List<String> TOP_LATER = List.of("datasets");

    static final List<String> DEFAULTS = List.of("partitions", "runtime");

    static final List<String> DEFAULTS_LATER = List.of("timeout", "onError", "env", "shell", "memory", "onDisk");

    static final List<String> TYPES_LATER = List.of("date", "timestamp", "json", "bytes");

    private static final List<String> SOURCES = List.of("read", "rows", "from");

    private static final Set<String> VERBS_LATER = Set.of("""
            from set drop rename check lua reduce groupBy distinct join leftOuterJoin rightOuterJoin hashJoin coGroup union \
            fullOuterJoin crossJoin semiJoin antiJoin top limit skip sample roundRobin broadcast merge exec""".split(" "));

    private static final Set<String> EVERYWHERE = Set.of("name", "description", "partitions", "types");

    /** The verbs there are, and the options of each beside those that all have. */
    private static final Map<String, Set<String>> OPTIONS = Map.ofEntries(
            Map.entry("read", Set.of("as", "format")),
            Map.entry("rows", Set.of("as")),
            Map.entry("map", Set.of("as", "runtime")),
            Map.entry("flatMap", Set.of("as", "runtime")),
            Map.entry("filter", Set.of("runtime")),
            Map.entry("forEach", Set.of("as", "runtime")),
            Map.entry("select", Set.of("as")),
            Map.entry("reduceByKey", Set.of("as", "runtime")),
            Map.entry("countBy", Set.of("as")),
            Map.entry("sort", Set.of()),
            Map.entry("pipe", Set.of("as", "by", "split", "okExit")),
            Map.entry("pipeAsArgs", Set.of("as", "split", "okExit")),
            Map.entry("partition", Set.of("by")),
            Map.entry("print", Set.of()),
            Map.entry("write", Set.of("format")));

    /** Options that only verbs to come take, or that verbs will take. */
    private static final Set<String> OPTIONS_LATER = Set.of("""
            keep per prefix with columns separator encoding memory onDisk timeout env shell onError seed cache""".split(" "));

    private static final Map<String, Set<String>> LATER = Map.of("pipe", Set.of("format"), "rows", Set.of("format"));

    static final List<String> TESTS =
            List.of("name", "params", "given", "expect", "rows", "error", "inOrder", "tolerance", "check", "now");

    private Words() {}

    /** The defaults there are and those to come. */
    static Set<String> defaults() {
        Set<String> all = new TreeSet<>(DEFAULTS);
        all.addAll(DEFAULTS_LATER);
        return all;
    }

    /** The verbs there are, in the order of the alphabet. */
    static Set<String> verbs() {
        return new TreeSet<>(OPTIONS.keySet());
    }

    /** Those to come, too. */
    static Set<String> allVerbs() {
        Set<String> all = verbs();
        all.addAll(VERBS_LATER);
        return all;
    }

    static boolean isVerb(String word) {
        return OPTIONS.containsKey(word) || VERBS_LATER.contains(word);
    }

    static boolean isLater(String verb) {
        return VERBS_LATER.contains(verb);
    }

    static boolean isSource(String verb) {
        return SOURCES.contains(verb);
    }

    static boolean isOption(String word) {
        return EVERYWHERE.contains(word)
                || OPTIONS_LATER.contains(word)
                || OPTIONS.values().stream().anyMatch(options -> options.contains(word));
    }

    /** Whether a verb takes an option; {@code partition} has its number as argument. */
    static boolean takes(String verb, String option) {
        boolean everywhere = EVERYWHERE.contains(option) && !(verb + "s").equals(option);
        return everywhere || OPTIONS.getOrDefault(verb, Set.of()).contains(option);
    }

    /** Whether a verb will take an option one day. */
    static boolean isLater(String verb, String option) {
        return OPTIONS_LATER.contains(option)
                || LATER.getOrDefault(verb, Set.of()).contains(option);
    }

    /** The options of a verb. */
    static Set<String> options(String verb) {
        Set<String> options = new TreeSet<>(EVERYWHERE);
        options.addAll(OPTIONS.getOrDefault(verb, Set.of()));
        options.removeIf(option -> !takes(verb, option));
        return options;
    }

    /** What to do with an option that a verb does not take. */
    static String hint(String verb, String option) {
        if (option.equals("by") && Set.of("sort", "countBy", "select").contains(verb)) {
            return "write the columns behind the verb: `" + verb + ": [a, b]`";
        } else if (option.equals("by") && verb.equals("reduceByKey")) {
            return "the key is the first column; `select` it first";
        } else if (verb.equals("partition")) {
            return "the number stands behind the verb: `partition: 4`";
        }
        Set<String> takers = new TreeSet<>(OPTIONS.keySet());
        takers.removeIf(each -> !takes(each, option));
        return "it goes with " + String.join(", ", takers);
    }

    /** What to do about a word that is neither verb nor option, beside a verb. */
    static Optional<String> strange(String word, String verb) {
        if (word.equals("on")) {
            return Optional.of("join keys go under `by:`");
        }
        Set<String> all = new TreeSet<>(OPTIONS_LATER);
        OPTIONS.keySet().forEach(each -> all.addAll(options(each)));
        Optional<String> taken =
                isLater(verb) ? Optional.empty() : Optional.of("it takes " + String.join(", ", options(verb)));
        return Nearest.hint(word, all).or(() -> taken);
    }
}
