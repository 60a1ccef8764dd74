package io.gleamflow.faults;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Row 9: descriptors that are wrong, hostile or strangely written. Nothing is started for them. */
class DescriptorFaultsTest extends FaultSuite {

    private static final String GOOD = """
            steps:
              - rows: 2
              - write: target/out.txt
            """;

    private static final int TEN_MEGABYTES = 10 << 20;

    private static Fault of(String name, String flow) {
        return Fault.of(9, name).shards(1).flow(flow);
    }

    /** A step between a source and an end. */
    private static Fault step(String name, String step) {
        return of(name, "steps:\n  - rows: [[a, 1]]\n    as: [k, n]\n  - " + step + "\n  - write: target/out.txt\n");
    }

    @Override
    List<Fault> faults() {
        return List.of(
                of("an empty descriptor is refused", "").refused("", "empty"),
                of("a descriptor of a comment is refused", "# nothing\n").refused("", "empty"),
                of("a text is no descriptor", "just words\n").refused("just words", ""),
                of("a key that nobody knows is refused", GOOD + "stepps: []\n").refused("stepps", "steps"),
                of("a key that stands twice is refused", GOOD + "steps: []\n")
                        .refused("steps: []", "`steps` is here already, at line 1"),
                step("an option that stands twice is refused", "sort: n\n    name: a\n    name: b")
                        .refused("name: b", "`name` is here already, at line 5"),
                step("a verb that nobody knows is refused", "srot: n").refused("srot", "sort"),
                step("an option that nobody knows is refused", "sort: n\n    partitons: 2")
                        .refused("partitons: 2", "partitions"),
                step("a column that nobody knows is refused", "sort: nn").refused("sort: nn", "nn"),
                step("two verbs in one step are refused", "sort: n\n    top: 3")
                        .refused("top: 3", "`top` is a second verb in the step `sort`"),
                step("a dataset that nobody knows is refused", "union: [other]").refused("union:", "other"),
                step("a parameter that nobody knows is refused", "limit: ${many}")
                        .refused("limit:", "many"),
                step("a parameter that a script does not know is refused", "filter: n > params.least")
                        .refused("filter:", "least"),
                step("an option of another verb is refused", "sort: n\n    okExit: [1]")
                        .refused("okExit", ""),
                step("a value of another kind is refused", "limit: many").refused("limit:", ""),
                step("a negative count is refused", "limit: -1").refused("limit:", "-1"),
                step("a number beyond all numbers is refused", "limit: 99999999999999999999")
                        .refused("limit:", ""),
                of("datasets that read each other are refused", """
                        datasets:
                          a:
                            - from: b
                            - write: target/out.txt
                          b:
                            - from: a
                        """).refused("- from: a", "rows cannot go in a circle"),
                of("a dataset that reads itself is refused", """
                        datasets:
                          own:
                            - from: own
                            - write: target/out.txt
                        """).refused("- from: own", ""),
                of("a dataset that is never used is warned of", """
                        datasets:
                          unused:
                            - rows: 3
                          used:
                            - rows: 2
                            - write: target/out.txt
                        """)
                        .succeeds("target/out.txt", "1\n2\n")
                        .logs("nothing reads `unused`"),
                of("steps and datasets together are refused", GOOD + "datasets: {}\n")
                        .refused("datasets: {}", ""),
                of("two steps that write one file are refused", GOOD + "  - write: target/./out.txt\n")
                        .refused("target/./out.txt", "writes this file, too"),
                of("an output that is an input is refused", "steps: [{read: in.txt}, {write: in.txt}]\n")
                        .file("in.txt", "a\n")
                        .refused("steps:", "reads this file"),
                of("a tab is refused where it would indent", "steps:\n\t- rows: 2\n")
                        .refused("- rows", "tab"),
                of("a map that is never closed is refused", "steps: [{rows: 2}, {write: target/out.txt\nafter: x\n")
                        .refused("after", "is a `}` missing"),
                of("a second document is refused", GOOD + "--- {a: b}\n")
                        .refused("a: b", "a second document begins here"),
                of(
                                "a comment that cuts an expression is told",
                                "steps:\n  - rows: 2\n  - filter: n > #x\n  - write: target/out.txt\n")
                        .refused("filter:", "comment"),
                of("an alias where text was meant is told", "steps:\n  - read: *.csv\n  - write: target/out.txt\n")
                        .refused("read:", "alias"),
                of(
                                "yes and no stay texts",
                                "steps: [{rows: [[yes, no, on, 1e3, 0x10, 0777]]}, {write: target/out.txt}]\n")
                        .succeeds("target/out.txt", "yes\tno\ton\t1000\t16\t777\n"),
                of("a tag of a class is refused", "steps: !!javax.script.ScriptEngineManager [a]\n")
                        .refused("steps:", ""),
                of("a mark of UTF-8 before the descriptor is passed over", "\ufeff" + GOOD)
                        .succeeds("target/out.txt", "1\n2\n"),
                of("line ends of Windows change nothing", GOOD.replace("\n", "\r\n"))
                        .succeeds("target/out.txt", "1\n2\n"),
                Fault.of(9, "a descriptor that is not UTF-8 is refused")
                        .shards(1)
                        .flow(("description: gr\u00fc\u00dfe\n" + GOOD).getBytes(StandardCharsets.ISO_8859_1))
                        .refused("description", "UTF-8"),
                Fault.of(9, "a descriptor in UTF-16 is refused")
                        .shards(1)
                        .flow(GOOD.getBytes(StandardCharsets.UTF_16))
                        .refused("", "UTF-8"),
                of("a zero byte is refused", GOOD.replace("rows: 2", "rows: \"a\0b\""))
                        .refused("rows:", ""),
                of("aliases that mean millions of values are refused", bomb(8, 6))
                        .refused("&a0", "more than 1000000 values"),
                of("many aliases are refused", bomb(10, 10)).refused("", "more than the 50 aliases"),
                of("an alias in itself is refused", "steps: &a\n  - rows: *a\n").refused("rows:", ""),
                of("a descriptor nested without end is refused", "steps: " + "[".repeat(100_000) + "\n")
                        .refused("", "nested deeper than the 50 levels allowed"),
                of("a map nested without end is refused", "steps: " + "{a: ".repeat(100_000) + "\n")
                        .refused("", "nested deeper than the 50 levels allowed"),
                Fault.of(9, "a descriptor of more than 10 MB is refused")
                        .shards(1)
                        .flow(large(TEN_MEGABYTES + 1))
                        .refused("", "10 MB"),
                Fault.of(9, "a descriptor of 10 MB is read")
                        .shards(1)
                        .flow(large(TEN_MEGABYTES))
                        .succeeds("target/out.txt", "1\n2\n"),
                of("a line of megabytes is refused", GOOD + "# " + "x".repeat(9 << 20) + "\n")
                        .refused("# xxx", "characters"),
                of(
                                "a thousand steps are a flow",
                                "steps:\n  - rows: 2\n" + "  - limit: 5\n".repeat(1000) + "  - write: target/out.txt\n")
                        .limit(30)
                        .slow()
                        .succeeds("target/out.txt", "1\n2\n"));
    }

    /** Lists of lists of lists, each many times the one before. */
    private static String bomb(int levels, int times) {
        StringBuilder text = new StringBuilder("steps:\n  - rows: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < levels; i++) {
            String alias = "*a" + (i - 1);
            String all = (alias + ", ").repeat(times - 1) + alias;
            text.append("  - rows: &a").append(i).append(" [").append(all).append("]\n");
        }
        return text.toString();
    }

    private static byte[] large(int bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(GOOD.getBytes(StandardCharsets.UTF_8));
        byte[] line = ("# " + "x".repeat(77) + "\n").getBytes(StandardCharsets.UTF_8);
        while (out.size() + line.length <= bytes) {
            out.writeBytes(line);
        }
        out.writeBytes("#".repeat(bytes - out.size()).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
