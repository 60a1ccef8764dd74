package io.gleamflow.faults;

import io.gleamflow.problem.Blame;
import java.util.List;

/** What never ends by itself, in rows 3 to 6, ends by its timeout. */
class TimeoutFaultsTest extends FaultSuite {

    private static final String LATE = "timed out: did not end within 500ms";

    /** A step with a timeout between many rows and a file. */
    private static Fault step(int row, String name, String step) {
        return Fault.of(row, name)
                .flow("steps:\n  - rows: 100000\n  - " + step + "\n    timeout: 500ms\n  - write: target/out.txt\n");
    }

    @Override
    List<Fault> faults() {
        return List.of(
                step(3, "an endless loop ends", "map: (function() while true do end end)()")
                        .lua()
                        .fails(Blame.SCRIPT, "- map:", LATE),
                step(
                                3,
                                "an endless loop that catches all errors ends",
                                "map: (function() while true do pcall(error) end end)()")
                        .lua()
                        .slow()
                        .fails(Blame.SCRIPT, "- map:", LATE),
                step(3, "an iterator without end ends", "flatMap: (function() return function() return 1 end end)()")
                        .lua()
                        .slow()
                        .fails(Blame.SCRIPT, "- flatMap:", LATE),
                step(
                                3,
                                "a catastrophic pattern ends",
                                "map: (function() while true do pcall(string.match, ('a'):rep(2000), ('.-'):rep(12) .. 'b') end end)()")
                        .lua()
                        .fails(Blame.SCRIPT, "- map:", LATE),
                step(3, "a reduce that never returns ends", "reduce: function(a, b) while true do end return a end")
                        .lua()
                        .slow()
                        .fails(Blame.SCRIPT, "- reduce:", LATE),
                step(3, "a script that waits for a program ends", "forEach: os.execute('sleep 1000')")
                        .lua()
                        .slow()
                        .fails(Blame.SCRIPT, "- forEach:", LATE),
                step(
                                3,
                                "a program that a script reads and that never ends, ends",
                                "map: io.popen('sleep 1000'):read('*a')")
                        .lua()
                        .slow()
                        .fails(Blame.SCRIPT, "- map:", LATE),
                step(4, "a step that never ends, ends", "pipe: cat; sleep 1000").fails(Blame.SCRIPT, "- pipe:", LATE),
                step(4, "a step that never reads and never ends, ends", "pipe: sleep 1000")
                        .slow()
                        .fails(Blame.SCRIPT, "- pipe:", LATE),
                step(4, "a step that writes without end ends", "pipe: yes")
                        .slow()
                        .fails(Blame.SCRIPT, "- pipe:", LATE),
                step(4, "a step that complains without end ends", "pipe: yes errors | head -n 10000000 >&2; sleep 1000")
                        .slow()
                        .fails(Blame.SCRIPT, "- pipe:", LATE),
                step(4, "the second of two that never ends, ends", "pipe: cat\n  - pipe: sleep 1000")
                        .slow()
                        .fails(Blame.SCRIPT, "sleep 1000", LATE),
                step(4, "a program for each row that never ends, ends", "pipeAsArgs: test $1 -lt 3 || sleep 1000")
                        .fails(Blame.SCRIPT, "- pipeAsArgs:", LATE),
                Fault.of(4, "a source that never ends, ends").flow("""
                                steps:
                                  - read: {command: sleep 1000}
                                    timeout: 500ms
                                  - write: target/out.txt
                                """).fails(Blame.SCRIPT, "- read:", LATE),
                step(5, "a program that ignores being told to end, ends", "exec: [sh, ignores-termination.sh]")
                        .child("ignores-termination.sh")
                        .fails(Blame.SCRIPT, "- exec:", LATE),
                step(6, "a shell that is stopped ends", "pipe: kill -STOP $$; cat")
                        .fails(Blame.SCRIPT, "- pipe:", LATE),
                step(6, "a program that is stopped in the middle ends", "exec: [sh, -c, 'head -c 100; kill -STOP $$']")
                        .slow()
                        .fails(Blame.SCRIPT, "- exec:", LATE),
                step(6, "a worker that is stopped ends", "forEach: os.execute('kill -STOP $PPID')")
                        .lua()
                        .fails(Blame.SCRIPT, "- forEach:", LATE),
                step(6, "a step that fails in time is told as what it is", "pipe: exit 3")
                        .fails(Blame.SCRIPT, "- pipe:", "exit status 3"));
    }
}
