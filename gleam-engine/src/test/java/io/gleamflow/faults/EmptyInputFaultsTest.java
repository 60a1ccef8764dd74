package io.gleamflow.faults;

import java.util.ArrayList;
import java.util.List;

/** Row 2: no rows, shards without rows, and fewer rows than shards, through every verb. */
class EmptyInputFaultsTest extends FaultSuite {

    /**
     * A verb between a source and a file.
     *
     * @param none what comes out of no rows
     * @param one what comes out of the row {@code k}, {@code 7}
     */
    private record Verb(String step, boolean lua, String none, String one) {}

    private static Verb engine(String step, String none, String one) {
        return new Verb(step, false, none, one);
    }

    private static Verb script(String step, String none, String one) {
        return new Verb(step, true, none, one);
    }

    private static final List<Verb> VERBS = List.of(
            script("map: k, n + 1", "", "k\t8\n"),
            script("flatMap: ('%s%d'):format(k, n):gmatch('.')", "", "k\n7\n"),
            script("filter: n > 6", "", "k\t7\n"),
            script("filter: n > 7", "", ""),
            script("forEach: log(k)", "", "k\t7\n"),
            script("forEach: emit(n, k)", "", "7\tk\n"),
            script("set: {n: n * 2, m: n}", "", "k\t14\t14\n"),
            script("check: {small: n < 8}", "", "k\t7\n"),
            script("lua: 'function process(row, emit) emit(row.n) end'", "", "7\n"),
            script("lua: 'function process() end function finish(emit) emit(1) end'", "1\n", "1\n"),
            script("reduce: function(k, n, l, m) return k .. l, n + m end", "", "k\t7\n"),
            script("reduceByKey: function(n, m) return n + m end", "", "k\t7\n"),
            script("reduce: {rows: count(), sum: sum(n), most: max(n)}", "0\t0\t\n", "1\t7\t7\n"),
            script("reduce: {rows: count(), sum: sum(n)}\n    by: k", "", "k\t1\t7\n"),
            engine("select: [n]", "", "7\n"),
            engine("drop: [n]", "", "k\n"),
            engine("rename: {n: m}", "", "k\t7\n"),
            engine("countBy: k", "", "k\t1\n"),
            engine("groupBy: k", "", "k\t[{\"k\":\"k\",\"n\":7}]\n"),
            engine("distinct: k", "", "k\t7\n"),
            engine("distinct:", "", "k\t7\n"),
            engine("sort: n desc", "", "k\t7\n"),
            engine("top: 3\n    by: n desc", "", "k\t7\n"),
            engine("limit: 3", "", "k\t7\n"),
            engine("limit: 0", "", ""),
            engine("skip: 1", "", ""),
            engine("skip: 0", "", "k\t7\n"),
            engine("sample: 5", "", "k\t7\n"),
            engine("sample: 100%", "", "k\t7\n"),
            engine("partition: 5", "", "k\t7\n"),
            engine("roundRobin: 5", "", "k\t7\n"),
            engine("broadcast: 5", "", "k\t7\n"),
            engine("merge: 1", "", "k\t7\n"),
            engine("join: other", "", "k\t7\t9\n"),
            engine("hashJoin: other", "", "k\t7\t9\n"),
            engine("leftOuterJoin: other", "", "k\t7\t9\n"),
            engine("rightOuterJoin: other", "k\t\t9\n", "k\t7\t9\n"),
            engine("fullOuterJoin: other", "k\t\t9\n", "k\t7\t9\n"),
            engine("semiJoin: other\n    by: k", "", "k\t7\n"),
            engine("antiJoin: other\n    by: k", "", ""),
            engine("crossJoin: other\n    prefix: o_", "", "k\t7\tk\t9\n"),
            engine(
                    "coGroup: other",
                    "k\t[]\t[{\"k\":\"k\",\"m\":9}]\n",
                    "k\t[{\"k\":\"k\",\"n\":7}]\t[{\"k\":\"k\",\"m\":9}]\n"),
            engine("union: [same]", "k\t9\n", "k\t7\nk\t9\n"),
            engine("pipe: cat", "", "k\t7\n"),
            engine("pipe: wc -l\n    split: spaces", "0\n", "1\n"),
            engine("pipe: cat\n    partitions: 4", "", "k\t7\n"),
            engine("pipe: cat\n    per: k", "", "k\t7\n"),
            engine("pipe: cat\n    format: csv", "", "k\t7\n"),
            engine("pipeAsArgs: echo \"$1-$2\"", "", "k-7\n"),
            engine("exec: [cat]", "", "k\t7\n"),
            engine("print: '%s %s'", "", "k\t7\n"));

    @Override
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        for (Verb verb : VERBS) {
            String name = verb.step().replaceAll("\\s+", " ");
            faults.add(fault("nothing through `" + name + "`", verb, "[]", verb.none()));
            Fault one = fault("one row, fewer than shards, through `" + name + "`", verb, "[[k, 7]]", verb.one());
            faults.add(verb.lua() ? one.slow() : one);
            faults.add(filtered("shards that become empty, through `" + name + "`", verb)
                    .slow());
        }
        return faults;
    }

    private static final String FLOW = """
            datasets:
              other:
                - rows: [[k, 9]]
                  as: [k, m]
              same:
                - rows: [[k, 9]]
                  as: [k, n]
              flow:
                - rows: ROWS
                  as: [k, n]
                - STEP
                - write: target/out.txt
            """;

    private static Fault fault(String name, Verb verb, String rows, String expected) {
        Fault fault = Fault.of(2, name)
                .shards(3)
                .flow(FLOW.replace("ROWS", rows).replace("STEP", verb.step().replace("\n    ", "\n      ")))
                .succeeds("target/out.txt", expected);
        return verb.lua() ? fault.lua() : fault;
    }

    /** Rows are there at first, in all shards, and go before the verb. */
    private static Fault filtered(String name, Verb verb) {
        String step = "filter: n < 0\n    - " + verb.step().replace("\n    ", "\n      ");
        return Fault.of(2, name)
                .shards(7)
                .lua()
                .flow(FLOW.replace("ROWS", "[[a, 1], [b, 2], [c, 3], [d, 4], [e, 5], [f, 6], [g, 7]]")
                        .replace("STEP", step))
                .succeeds("target/out.txt", verb.none());
    }
}
