package io.gleamflow.faults;

import io.gleamflow.problem.Blame;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Row 10: rows left out, up to their limit and beyond, and steps that are tried again. */
class OnErrorFaultsTest extends FaultSuite {

    private static final int ROWS = 1000;

    /** Fails until the file {@code tries} has as many lines as this says, one for each attempt. */
    private static final String THIRD_TIME = "echo try >> tries; test $(wc -l < tries) -ge 3";

    private static String lines() {
        return IntStream.rangeClosed(1, ROWS)
                .mapToObj(i -> (i % 100 == 0 ? "bad " : "good ") + i + "\n")
                .collect(Collectors.joining());
    }

    private static String numbers() {
        return IntStream.rangeClosed(1, ROWS).mapToObj(i -> i + "\n").collect(Collectors.joining());
    }

    private static String good() {
        return lines().lines().filter(line -> line.startsWith("good")).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String rejects() {
        return "step,error,file,line,row\n"
                + IntStream.rangeClosed(1, ROWS / 100)
                        .map(i -> i * 100)
                        .mapToObj(i -> "map,no good,data.txt," + i + ",bad " + i + "\n")
                        .collect(Collectors.joining());
    }

    private static Fault mapped(String name, String onError) {
        String rejects = onError.contains("rejects") ? "  rejects:\n    - write: target/rejects.csv\n" : "";
        return Fault.of(10, name).lua().file("data.txt", lines()).flow("""
                datasets:
                  good:
                    - read: data.txt
                    - map: line:find("bad") and error("no good") or line
                      onError: %s
                    - write: target/good.txt
                """.formatted(onError) + rejects);
    }

    private static Fault tried(String name, String steps) {
        return Fault.of(10, name).changes("tries").flow("steps:\n" + steps);
    }

    @Override
    List<Fault> faults() {
        return List.of(
                mapped("rows are skipped", "skip").succeeds("target/good.txt", good()),
                mapped("rows are rejected", "{to: rejects}")
                        .succeeds("target/good.txt", good())
                        .succeeds("target/rejects.csv", rejects()),
                mapped("as many rows are rejected as may be", "{to: rejects, atMost: 1%}")
                        .succeeds("target/good.txt", good())
                        .succeeds("target/rejects.csv", rejects()),
                mapped("one row more than may be fails", "{to: rejects, atMost: 9}")
                        .fails(Blame.DATA, "onError:", "10 of 1000 rows were rejected, and at most 9 rows may be"),
                mapped("a part more than may be fails", "{to: rejects, atMost: 0.9%}")
                        .fails(Blame.DATA, "onError:", "10 of 1000 rows were rejected, and at most 0.9% may be"),
                mapped("rows are rejected into a file", "{to: target/bad.csv}")
                        .succeeds("target/good.txt", good())
                        .succeeds("target/bad.csv", rejects()),
                mapped("a file of rejects that cannot be written fails", "{to: target/bad.csv}")
                        .before(project -> Files.createDirectories(project.resolve("target/bad.csv/x")))
                        .refused("onError:", "is a directory"),
                tried("a program that fails twice is run a third time", """
                          - rows: [1, 2, 3]
                          - pipe: cat; %s
                            onError: {retry: 2, delay: 10ms}
                          - write: target/out.txt
                        """.formatted(THIRD_TIME))
                        .succeeds("target/out.txt", "1\n2\n3\n")
                        .logs("attempt 2 of 3 failed"),
                tried("a program that always fails fails the run", """
                          - rows: [1, 2, 3]
                          - pipe: cat; %s
                            onError: {retry: 1, delay: 10ms}
                          - write: target/out.txt
                        """.formatted(THIRD_TIME))
                        .fails(Blame.SCRIPT, "- pipe:", "exit status 1"),
                tried("a source that fails twice is read a third time", """
                          - read: {command: "seq 1 3; %s"}
                            onError: {retry: 2, delay: 10ms}
                          - write: target/out.txt
                        """.formatted(THIRD_TIME))
                        .succeeds("target/out.txt", "1\n2\n3\n"),
                tried("a shell for one row is run again", """
                          - rows: [a, b]
                          - pipeAsArgs: echo "$1"; %s
                            onError: {retry: 2, delay: 10ms}
                          - write: target/out.txt
                        """.formatted(THIRD_TIME))
                        .shards(1)
                        .succeeds("target/out.txt", "a\nb\n"),
                tried("a program that takes too long is run again", """
                          - rows: [1, 2, 3]
                          - pipe: cat; %s || sleep 1000
                            timeout: 500ms
                            onError: {retry: 2, delay: 10ms}
                          - write: target/out.txt
                        """.formatted(THIRD_TIME))
                        .succeeds("target/out.txt", "1\n2\n3\n"),
                Fault.of(10, "a write that is tried again writes each row once")
                        .file("target/late", "in the way")
                        .changes("target/late")
                        .meanwhile(project -> {
                            Thread.sleep(700);
                            Files.delete(project.resolve("target/late"));
                        })
                        .flow("""
                                steps:
                                  - rows: 1000
                                  - write: target/late/out.txt
                                    onError: {retry: 50, delay: 100ms}
                                """)
                        .succeeds("target/late/out.txt", numbers()));
    }
}
