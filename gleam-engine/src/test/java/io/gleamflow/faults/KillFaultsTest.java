package io.gleamflow.faults;

import static io.gleamflow.faults.Victim.COPIER;
import static io.gleamflow.faults.Victim.REAPER;
import static io.gleamflow.faults.Victim.WORKER;
import static io.gleamflow.faults.Victim.WRITTEN;

import io.gleamflow.problem.Blame;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Row 6: children that somebody kills, at the start, in the middle and at the end, or stops. */
class KillFaultsTest extends FaultSuite {

    private static final int ROWS = 20_000;
    private static final String KILLED = "killed by SIGKILL (137)";

    /** Says in the file {@code now} that the moment has come, with the process id of the shell, and waits for its end. */
    private static final String NOW = "echo $$ >now.tmp; mv now.tmp now; sleep 1000";

    private static Fault fault(String name) {
        return Fault.of(6, name)
                .changes("now")
                .unless(!Files.isReadable(Path.of("/proc/self/stat")), "there is no /proc to find a victim in");
    }

    private static String numbers() {
        return IntStream.rangeClosed(1, ROWS).mapToObj(i -> i + "\n").collect(Collectors.joining());
    }

    /** A shell step that does something first. */
    private static Fault shell(String name, String first) {
        return fault(name).flow("""
                        steps:
                          - rows: %d
                          - pipe: |
                              %s
                              %s
                          - sort
                          - write: target/out.txt
                        """.formatted(ROWS, first, NOW));
    }

    /** A script that comes to a halt in one row, whose number is also in the name of the file that tells of it. */
    private static Fault script(String when, int row) {
        return fault("the worker is killed at " + when).lua().shards(1).flow("""
                        steps:
                          - rows: %d
                          - map: |
                              if n == %d then
                                local file = io.open("now", "w")
                                file:write("x\\n")
                                file:close()
                                while true do end
                              end
                              return n
                          - sort
                          - write: target/out.txt
                        """.formatted(ROWS, row));
    }

    @Override
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        for (String[] moment :
                new String[][] {{"the start", ":"}, {"the middle", "head -n 5000"}, {"the end", "cat"}}) {
            faults.add(shell("a shell is killed at " + moment[0], moment[1])
                    .meanwhile(WRITTEN::kill)
                    .fails(Blame.SCRIPT, "- pipe:", KILLED));
            faults.add(shell("the copier of a shell is killed at " + moment[0], moment[1])
                    .meanwhile(COPIER::kill)
                    .fails(Blame.SCRIPT, "- pipe:", "the process that copies its output: " + KILLED));
            // a program such as head reads more than it hands on
            String first = moment[1].replace("head -n 5000", "for i in 1 2 3 4 5; do read line; echo $line; done");
            faults.add(fault("the reaper is killed at " + moment[0])
                    .flow("""
                            steps:
                              - rows: %d
                              - pipe: |
                                  %s
                                  %s
                                  cat
                              - sort
                              - write: target/out.txt
                            """.formatted(ROWS, first, NOW.replace("1000", "0.5")))
                    .meanwhile(REAPER::kill)
                    .succeeds("target/out.txt", sorted()));
        }
        faults.add(script("the start", 1).meanwhile(WORKER::kill).fails(Blame.RESOURCES, "- map:", KILLED));
        faults.add(script("the middle", ROWS / 2).meanwhile(WORKER::kill).fails(Blame.RESOURCES, "- map:", KILLED));
        faults.add(script("the end", ROWS).meanwhile(WORKER::kill).fails(Blame.RESOURCES, "- map:", KILLED));
        faults.addAll(others());
        return faults;
    }

    private static String sorted() {
        return numbers().lines().sorted().collect(Collectors.joining("\n")) + "\n";
    }

    private static List<Fault> others() {
        return List.of(
                fault("a program of frames is killed")
                        .flow("""
                                steps:
                                  - rows: 20000
                                  - exec: [sh, -c, 'head -c 3000; %s']
                                  - write: target/out.txt
                                """.formatted(NOW))
                        .meanwhile(WRITTEN::kill)
                        .fails(Blame.SCRIPT, "- exec:", KILLED),
                fault("a shell is killed in the middle of a line")
                        .flow("""
                                steps:
                                  - rows: 10
                                  - pipe: |
                                      printf '1\\t2\\n3'
                                      %s
                                    as: [a, b]
                                  - write: target/out.txt
                                """.formatted(NOW))
                        .meanwhile(WRITTEN::kill)
                        .fails(Blame.SCRIPT, "- pipe:", KILLED),
                fault("a shell is killed in the middle of a quote")
                        .flow("""
                                steps:
                                  - rows: 10
                                  - pipe: |
                                      printf 'a,b\\n1,"2'
                                      %s
                                    format: csv
                                  - write: target/out.txt
                                """.formatted(NOW))
                        .meanwhile(WRITTEN::kill)
                        .fails(Blame.SCRIPT, "- pipe:", KILLED),
                fault("the shell of a row is killed")
                        .flow("""
                                steps:
                                  - rows: 10
                                  - pipeAsArgs: |
                                      echo "$1"
                                      if [ "$1" = 5 ]; then %s; fi
                                  - write: target/out.txt
                                """.formatted(NOW))
                        .meanwhile(WRITTEN::kill)
                        .fails(Blame.SCRIPT, "- pipeAsArgs:", KILLED),
                fault("the shell of a key is killed")
                        .flow("""
                                steps:
                                  - rows: 10
                                  - pipe: |
                                      read key; echo $key
                                      if [ "$key" = 5 ]; then %s; fi
                                    per: n
                                  - write: target/out.txt
                                """.formatted(NOW))
                        .meanwhile(WRITTEN::kill)
                        .fails(Blame.SCRIPT, "- pipe:", KILLED),
                fault("a process that a shell waits for is killed")
                        .flow("""
                                steps:
                                  - rows: 10
                                  - pipe: |
                                      sleep 1000 & echo $! >now.tmp; mv now.tmp now; wait $!
                                  - write: target/out.txt
                                """)
                        .meanwhile(WRITTEN::kill)
                        .fails(Blame.SCRIPT, "- pipe:", KILLED),
                fault("the first of two shells is killed")
                        .flow("""
                                steps:
                                  - rows: 20000
                                  - pipe: head -n 7; %s
                                  - pipe: cat
                                  - write: target/out.txt
                                """.formatted(NOW))
                        .meanwhile(WRITTEN::kill)
                        .fails(Blame.SCRIPT, "head -n 7", KILLED),
                fault("the last of two shells is killed")
                        .flow("""
                                steps:
                                  - rows: 20000
                                  - pipe: cat
                                  - pipe: head -n 7; %s
                                  - write: target/out.txt
                                """.formatted(NOW))
                        .meanwhile(WRITTEN::kill)
                        .fails(Blame.SCRIPT, "head -n 7", KILLED),
                fault("who fails behind a shell that sleeps is told at once")
                        .flow("""
                                steps:
                                  - rows: 3
                                  - pipe: exec sleep 1000
                                  - pipe: cat
                                  - pipe: exit 5
                                  - pipe: cat
                                  - write: target/out.txt
                                """)
                        .fails(Blame.SCRIPT, "exit 5", "exit status 5"),
                fault("a program that is read is killed")
                        .flow("""
                                steps:
                                  - read: {command: "seq 1 100; %s"}
                                  - write: target/out.txt
                                """.formatted(NOW))
                        .meanwhile(WRITTEN::kill)
                        .fails(Blame.SCRIPT, "- read:", KILLED),
                fault("a shell is stopped for a while")
                        .flow("""
                                steps:
                                  - rows: 20000
                                  - pipe: %s; cat
                                  - write: target/out.txt
                                """.formatted(NOW.replace("1000", "0.1")))
                        .meanwhile(WRITTEN::pause)
                        .succeeds("target/out.txt", numbers()),
                fault("a shell is stopped and then killed")
                        .flow("""
                                steps:
                                  - rows: 20000
                                  - pipe: %s
                                  - write: target/out.txt
                                """.formatted(NOW))
                        .meanwhile(WRITTEN::stopAndKill)
                        .fails(Blame.SCRIPT, "- pipe:", KILLED),
                fault("a stopped process is ended with the run that fails")
                        .flow("""
                                datasets:
                                  stopped:
                                    - rows: 3
                                    - pipe: |
                                        kill -STOP $$
                                    - write: target/out.txt
                                  failing:
                                    - rows: 3
                                    - pipe: sleep 0.5; exit 2
                                    - write: target/other.txt
                                """)
                        .fails(Blame.SCRIPT, "exit 2", "exit status 2"),
                fault("a process in a session of its own is ended with the run and named")
                        .flow("""
                                steps:
                                  - rows: 3
                                  - pipe: |
                                      cat; setsid sleep 1000 </dev/null >/dev/null 2>&1 &
                                  - write: target/out.txt
                                """)
                        .succeeds("target/out.txt", "1\n2\n3\n")
                        .logs("which a step had left running in a session of its own"));
    }
}
