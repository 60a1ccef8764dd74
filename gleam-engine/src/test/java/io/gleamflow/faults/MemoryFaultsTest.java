package io.gleamflow.faults;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Row 8: more rows, wider rows and more rows of one key than the memory of the run. */
class MemoryFaultsTest extends FaultSuite {

    private static final int ROWS = 40_000;

    /** Nine of ten rows have it. */
    private static final String SKEWED = """
                - rows: %d
                - set: {k: 'n %% 10 == 0 and n or -1'}
            """.formatted(ROWS);

    private static Fault fault(String name, long memory, String flow) {
        return Fault.of(8, name).flow(flow).memory(memory).limit(60);
    }

    private static String others(String format) {
        return IntStream.rangeClosed(1, ROWS / 10)
                .mapToObj(i -> format.formatted(i * 10))
                .collect(Collectors.joining());
    }

    private static long sumOfSkewed() {
        return LongStream.rangeClosed(1, ROWS).filter(n -> n % 10 != 0).sum();
    }

    @Override
    List<Fault> faults() {
        int many = ROWS / 10 * 9;
        return List.of(
                fault("a sort of 10,000 runs", 2_000, """
                        steps:
                          - rows: 400000
                          - sort: n desc
                          - limit: 2
                          - write: target/out.txt
                        """).slow().succeeds("target/out.txt", "400000\n399999\n"),
                fault("a sort of many runs", 4_000, """
                        steps:
                          - rows: 30000
                          - sort: n desc
                          - limit: 2
                          - write: target/out.txt
                        """).succeeds("target/out.txt", "30000\n29999\n"),
                fault("a key of nine rows in ten is counted", 100_000, "datasets:\n  all:\n" + SKEWED + """
                                - countBy: k
                                - write: target/out.txt
                        """)
                        .lua()
                        .succeeds("target/out.txt", "-1\t" + many + "\n" + others("%d\t1\n")),
                fault("a key of nine rows in ten is reduced", 100_000, "datasets:\n  all:\n" + SKEWED + """
                                - reduce: {sum: sum(n), n: count()}
                                  by: k
                                - write: target/out.txt
                        """)
                        .lua()
                        .succeeds(
                                "target/out.txt",
                                "-1\t" + sumOfSkewed() + "\t" + many + "\n" + others("%1$d\t%1$d\t1\n")),
                fault("a key of nine rows in ten is one group", 100_000, "datasets:\n  all:\n" + SKEWED + """
                                - groupBy: k
                                - map: k, #rows
                                - write: target/out.txt
                        """)
                        .lua()
                        .succeeds("target/out.txt", "-1\t" + many + "\n" + others("%d\t1\n")),
                fault("a key of nine rows in ten is joined", 100_000, "datasets:\n  all:\n" + SKEWED + """
                                - join: few
                                  by: k
                                - reduce: {n: count(), m: sum(m)}
                                - write: target/out.txt
                          few:
                            - rows: [[-1, 5], [-1, 7], [10, 1]]
                              as: [k, m]
                        """)
                        .lua()
                        .succeeds("target/out.txt", (2 * many + 1) + "\t" + (12L * many + 1) + "\n"),
                fault(
                                "a key of nine rows in ten on both sides is met",
                                100_000,
                                "datasets:\n  all:\n" + SKEWED + """
                                - semiJoin: same
                                  by: k
                                - reduce: {n: count()}
                                - write: target/out.txt
                          same:
                        """ + SKEWED)
                        .lua()
                        .succeeds("target/out.txt", ROWS + "\n"),
                fault("rows wider than all memory are sorted", 64_000, """
                        steps:
                          - rows: 30
                          - map: string.rep("x", 200000), n
                            as: [wide, n]
                          - sort: n desc
                          - map: wide:len(), n
                          - write: target/out.txt
                        """)
                        .lua()
                        .succeeds(
                                "target/out.txt",
                                IntStream.iterate(30, i -> i > 0, i -> i - 1)
                                        .mapToObj(i -> "200000\t" + i + "\n")
                                        .collect(Collectors.joining())));
    }
}
