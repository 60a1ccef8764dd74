package io.gleamflow.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Row 8: a gigabyte of rows through every verb that has to see all of them, in an engine with a heap of 64 MB; only with {@code -Pfaults}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GigabyteFaultsTest {

    private static final int SHARDS = 2;
    private static final int LIMIT_SECONDS = 600;
    private static final long ROWS = 10_000_000;

    /** A prime, so that keys come in no order and each about ten times. */
    private static final long KEYS = 1_000_003;

    private static final String TEXT = " a row has a text of its own, as rows do, that is neither short nor very long";

    @TempDir
    Path directory;

    private final FaultTable table = new FaultTable(GigabyteFaultsTest.class.getSimpleName());
    private Path data = Path.of("");

    private static long key(long id) {
        return id * 7919 % KEYS;
    }

    private static String line(long id) {
        return id + "\t" + key(id) + "\t" + id + TEXT;
    }

    private static Fault through(String verb, String steps, String expected) {
        return Fault.of(8, "a gigabyte goes through " + verb + " with a heap of 64 MB")
                .flow("""
                        datasets:
                          few:
                            - rows: 1000
                            - set: {k: n * 7}
                            - select: [k]
                          all:
                            - read: big.tsv
                              types: {id: int, k: int}
                        %s
                            - write: target/out.tsv
                        """.formatted(steps.strip().indent(4).stripTrailing()))
                .succeeds("target/out.tsv", expected);
    }

    private static List<Fault> faults() {
        long few = LongStream.rangeClosed(1, ROWS)
                .filter(id -> key(id) % 7 == 0 && key(id) > 0 && key(id) <= 7000)
                .count();
        long keys = KEYS;
        long ids = ROWS * (ROWS + 1) / 2;
        String sums = "n\trows\tids\n" + keys + "\t" + ROWS + "\t" + ids + "\n";
        String last = LongStream.iterate(ROWS, id -> id > ROWS - 3, id -> id - 1)
                .mapToObj(id -> line(id) + "\n")
                .collect(Collectors.joining());
        return List.of(
                through("sort", "- sort: id desc\n- limit: 3", "id\tk\ttext\n" + last),
                through("top", "- top: 3\n  by: id desc", "id\tk\ttext\n" + last),
                through("distinct", "- distinct: k\n- reduce: {n: count()}", "n\n" + keys + "\n"),
                through("distinct of whole rows", "- distinct\n- reduce: {n: count()}", "n\n" + ROWS + "\n"),
                through("groupBy", """
                        - groupBy: k
                        - map: |
                            local ids = 0
                            for _, each in ipairs(rows) do ids = ids + each.id end
                            return #rows, ids
                          as: [rows, ids]
                        - reduce: {n: count(), rows: sum(rows), ids: sum(ids)}
                        """, sums),
                through("reduce", """
                        - reduce: {rows: count(), ids: sum(id)}
                          by: k
                        - reduce: {n: count(), rows: sum(rows), ids: sum(ids)}
                        """, sums),
                through("reduceByKey", """
                        - map: k, 1, id
                          as: [k, rows, ids]
                        - reduceByKey: function(r, i, s, j) return r + s, i + j end
                        - reduce: {n: count(), rows: sum(rows), ids: sum(ids)}
                        """, sums),
                through(
                        "countBy",
                        "- countBy: k\n- reduce: {n: count(), rows: sum(count)}",
                        "n\trows\n" + keys + "\t" + ROWS + "\n"),
                through("join", "- join: few\n  by: k\n- reduce: {n: count()}", "n\n" + few + "\n"),
                through("antiJoin", "- antiJoin: few\n  by: k\n- reduce: {n: count()}", "n\n" + (ROWS - few) + "\n"),
                through("coGroup", """
                        - coGroup: few
                          by: k
                        - map: |
                            return #left, #right
                          as: [l, r]
                        - reduce: {n: count(), rows: sum(l), few: sum(r)}
                        """, "n\trows\tfew\n" + keys + "\t" + ROWS + "\t1000\n"));
    }

    @TestFactory
    List<DynamicTest> everyVerbHasRoomEnough() throws IOException {
        if (!FaultSuite.ALL) {
            return List.of();
        }
        data = directory.resolve("big.tsv");
        try (BufferedWriter out = Files.newBufferedWriter(data)) {
            out.write("id\tk\ttext\n");
            for (long id = 1; id <= ROWS; id++) {
                out.write(line(id));
                out.write('\n');
            }
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (Fault fault : faults()) {
            tests.add(DynamicTest.dynamicTest(fault.name(), () -> run(fault)));
        }
        return tests;
    }

    @AfterAll
    void writeTable() throws IOException {
        table.write();
    }

    private void run(Fault fault) throws IOException, InterruptedException {
        Path project = Files.createTempDirectory(directory, "project");
        Files.createLink(project.resolve("big.tsv"), data);
        Files.write(project.resolve("flow.yaml"), fault.descriptor());
        Path log = project.resolve("log");
        long start = System.nanoTime();
        Process engine = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallEngine.class.getName(),
                        project.toString(),
                        Integer.toString(SHARDS))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        boolean ended = engine.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        engine.destroyForcibly();
        double seconds = (System.nanoTime() - start) / 1e9;
        Path out = project.resolve("target/out.tsv");
        String wrote = Files.exists(out) ? Files.readString(out) : "";
        Verdict.Succeeds verdict = (Verdict.Succeeds) fault.verdict();
        boolean right =
                ended && verdict.outputs().values().stream().anyMatch(each -> wrote.equals(new String(each, UTF_8)));
        List<String> complaints = right ? List.of() : List.of(wrote + Files.readString(log));
        table.add(
                fault,
                SHARDS,
                Optional.empty(),
                new FaultRun.Outcome(right ? "succeeds" : "has another result", seconds, complaints));
        assertThat(complaints).isEmpty();
    }
}
