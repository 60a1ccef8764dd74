package io.gleamflow.faults;

import io.gleamflow.problem.Blame;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Row 4: shell steps that fail, lie, stop reading, write too much, or leave others behind. */
class ShellFaultsTest extends FaultSuite {

    private static final int ROWS = 200_000;

    private static String numbers(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i <= to; i++) {
            text.append(i).append('\n');
        }
        return text.toString();
    }

    /** A flow of many rows through a shell step. */
    private static Fault pipe(String name, String code, String... options) {
        String more = options.length == 0 ? "" : "    " + String.join("\n    ", options) + "\n";
        return Fault.of(4, name)
                .flow("steps:\n  - rows: " + ROWS + "\n  - pipe: |\n      " + code.replace("\n", "\n      ") + "\n"
                        + more + "  - write: target/out.txt\n");
    }

    private static byte[] line(int length) {
        byte[] line = new byte[length + 1];
        Arrays.fill(line, (byte) 'x');
        line[length] = '\n';
        return line;
    }

    @Override
    List<Fault> faults() {
        return List.of(
                pipe("exit 1 fails", "exit 1").fails(Blame.SCRIPT, "- pipe:", "exit status 1"),
                pipe("exit 3 after all output fails", "cat; echo 'no more' >&2; exit 3")
                        .fails(Blame.SCRIPT, "- pipe:", "exit status 3: no more"),
                pipe("exit 3 without reading fails", "echo 1; exit 3").fails(Blame.SCRIPT, "- pipe:", "exit status 3"),
                pipe("a status of the author's choice is fine", "cat; exit 3", "okExit: [0, 3]")
                        .succeeds("target/out.txt", numbers(1, ROWS)),
                pipe("a status beside the author's choice fails", "cat; exit 0", "okExit: [3]")
                        .fails(Blame.SCRIPT, "- pipe:", "exit status 0"),
                pipe("a command that is not there fails", "cat\nno-such-command")
                        .fails(Blame.SCRIPT, "- pipe:", "command not found (127): ")
                        .logs("no-such-command: not found"),
                pipe("a command that may not be run fails", "cat\n./flow.yaml")
                        .fails(Blame.SCRIPT, "- pipe:", "not executable (126): "),
                pipe("a shell that is not there fails", "cat", "shell: no-such-shell")
                        .fails(Blame.RESOURCES, "- pipe:", "no program 'no-such-shell' on the PATH"),
                pipe("a mistake in shell code fails", "cat\nif true; then")
                        .fails(Blame.SCRIPT, "- pipe:", "exit status 2"),
                pipe("the end by SIGKILL fails", "head -n 5; kill -9 $$")
                        .fails(Blame.SCRIPT, "- pipe:", "killed by SIGKILL (137)"),
                pipe("the end by SIGTERM fails", "kill $$").fails(Blame.SCRIPT, "- pipe:", "killed by SIGTERM (143)"),
                pipe("the end by a signal of its own fails", "kill -SEGV $$").fails(Blame.SCRIPT, "- pipe:", "SIGSEGV"),
                pipe("a broken pipe inside is no failure of the step", "yes | head -n 1; cat >/dev/null")
                        .succeeds("target/out.txt", "y\n"),
                pipe("stopping early is fine", "head -n 1").succeeds("target/out.txt", "1\n"),
                pipe("stopping early and failing is not", "head -n 1; exit 4")
                        .fails(Blame.SCRIPT, "- pipe:", "exit status 4"),
                pipe("never reading is fine", "echo done").succeeds("target/out.txt", "done\n"),
                pipe("closing the input is fine", "exec <&-; sleep 0.2; echo done")
                        .succeeds("target/out.txt", "done\n"),
                pipe("closing the output is fine", "exec >&-; cat >/dev/null; sleep 0.2")
                        .succeeds("target/out.txt", ""),
                pipe("no output is fine", "cat >/dev/null").succeeds("target/out.txt", ""),
                pipe("output without a line end is a line", "cat >/dev/null; printf x")
                        .succeeds("target/out.txt", "x\n"),
                pipe("one end of a line is one empty row", "cat >/dev/null; echo")
                        .succeeds("target/out.txt", "\n"),
                pipe(
                                "a flood of errors holds up nothing",
                                "cat; head -c 30000000 /dev/zero | tr '\\0' e | fold -w 100 >&2")
                        .succeeds("target/out.txt", numbers(1, ROWS)),
                pipe("a flood of errors before reading holds up nothing", "yes errors | head -n 300000 >&2; cat")
                        .succeeds("target/out.txt", numbers(1, ROWS))
                        .logs("errors"),
                pipe("an endless line of errors holds up nothing", "head -c 30000000 /dev/zero >&2; cat")
                        .succeeds("target/out.txt", numbers(1, ROWS)),
                pipe("the last of many errors is told", "yes error | head -n 300000 >&2; echo last >&2; exit 1")
                        .fails(Blame.SCRIPT, "- pipe:", "exit status 1: last"),
                pipe("a flood of output while input comes is fine", "seq 1 300000; cat >/dev/null; echo end")
                        .succeeds("target/out.txt", numbers(1, 300_000) + "end\n"),
                pipe(
                                "a background child that writes late is waited for",
                                "cat >/dev/null\n(sleep 0.5; echo late) &\necho soon")
                        .succeeds("target/out.txt", "soon\nlate\n"),
                pipe("a background child that writes much is waited for", "cat >/dev/null\nseq 1 200000 &")
                        .succeeds("target/out.txt", numbers(1, 200_000)),
                pipe(
                                "a background child that outlives its step is ended",
                                "cat\nsleep 1000 </dev/null >/dev/null 2>&1 &")
                        .succeeds("target/out.txt", numbers(1, ROWS)),
                pipe(
                                "a background child that ignores being told is ended",
                                "cat\n(trap '' HUP INT TERM; sleep 1000) </dev/null >/dev/null 2>&1 &")
                        .succeeds("target/out.txt", numbers(1, ROWS)),
                pipe(
                                "a background child that holds only the errors is ended",
                                "cat\nsleep 1000 </dev/null >/dev/null &")
                        .succeeds("target/out.txt", numbers(1, ROWS)),
                pipe("a background child that holds the pipe fails", "cat\nsleep 1000 &")
                        .slow()
                        .limit(15)
                        .fails(Blame.SCRIPT, "- pipe:", "running, which kept its output open and wrote nothing"),
                pipe("a background child of a step that fails is ended", "sleep 1000 &\nexit 5")
                        .slow()
                        .limit(15)
                        .fails(Blame.SCRIPT, "- pipe:", "exit status 5"),
                pipe("a line of 70,000 bytes passes", "cat >/dev/null; head -c 70000 /dev/zero | tr '\\0' x; echo")
                        .succeeds("target/out.txt", line(70_000)),
                pipe("a line of 100 MB is refused", "cat >/dev/null; head -c 104857600 /dev/zero | tr '\\0' x; echo")
                        .fails(Blame.DATA, "- pipe:", "a line is longer than the 8388608 bytes a row may have"),
                pipe(
                                "a line of 100 MB passes with the memory for it",
                                "cat >/dev/null; head -c 104857600 /dev/zero | tr '\\0' x; echo",
                                "memory: 1gb")
                        .slow()
                        .limit(60)
                        .succeeds("target/out.txt", line(100 << 20)),
                pipe("binary output is lines", "cat >/dev/null; printf 'a\\000b\\377\\n\\001'", "split: none")
                        .succeeds("target/out.txt", "a\0b\u00ff\n\1\n".getBytes(StandardCharsets.ISO_8859_1)),
                pipe("lines with other columns than named fail", "echo 1; cat", "as: [a, b]")
                        .fails(Blame.DATA, "- pipe:", "a line has 1 column, and `as` names 2"),
                pipe("output that is no csv fails", "cat >/dev/null; printf 'a,b\\n1\\n'", "format: csv")
                        .fails(Blame.DATA, "- pipe:", "the output of pipe, line 2: "),
                pipe("output that is no json fails", "cat >/dev/null; echo '{'", "format: jsonl")
                        .fails(Blame.DATA, "- pipe:", "the output of pipe, line 1: "),
                pipe(
                                "the exit status of a program says more than what it wrote",
                                "cat >/dev/null; echo '{'; echo why >&2; exit 9",
                                "format: jsonl")
                        .fails(Blame.SCRIPT, "- pipe:", "exit status 9: why"),
                pipe(
                                "a program that fails in the middle of a line is told, not its line",
                                "cat >/dev/null; printf 'a\\tb\\nc'; echo why >&2; exit 9",
                                "as: [a, b]")
                        .fails(Blame.SCRIPT, "- pipe:", "exit status 9: why"),
                twoSteps(
                        "the first of two that fails is told",
                        "head -n 3; exit 6",
                        "cat",
                        "- pipe: head",
                        "exit status 6"),
                twoSteps(
                        "the second of two that fails is told",
                        "cat",
                        "cat >/dev/null; exit 7",
                        "exit 7",
                        "exit status 7"),
                twoSteps(
                        "who fails first is told, not who reads from it",
                        "exit 8",
                        "cat; exit 9",
                        "- pipe: exit 8",
                        "exit status 8"),
                twoSteps(
                        "who stops reading is told, not who writes to it",
                        "seq 1 1000000",
                        "exit 9",
                        "- pipe: exit 9",
                        "exit status 9"),
                Fault.of(4, "a step that fails ends one before it that never ends")
                        .flow("steps: [{read: {command: 'yes'}}, {pipe: 'exit 2'}, {write: target/out.txt}]")
                        .fails(Blame.SCRIPT, "exit 2", "exit status 2"),
                Fault.of(4, "a step in another dataset that fails ends one that sleeps")
                        .flow("""
                                datasets:
                                  slow:
                                    - rows: 3
                                    - pipe: cat; sleep 1000
                                    - write: target/out.txt
                                  failing:
                                    - rows: 3
                                    - pipe: cat; exit 2
                                    - write: target/other.txt
                                """)
                        .fails(Blame.SCRIPT, "exit 2", "exit status 2"),
                Fault.of(4, "a source whose program fails is told")
                        .flow("steps: [{read: {command: 'seq 1 10; exit 3'}}, {write: target/out.txt}]")
                        .fails(Blame.SCRIPT, "exit 3", "exit status 3"),
                Fault.of(4, "a source whose program fails in the middle of a record is told")
                        .flow(
                                "steps: [{read: {command: 'printf a,b; exit 3'}, format: csv, columns: [a]}, {write: target/out.txt}]")
                        .fails(Blame.SCRIPT, "exit 3", "exit status 3"),
                Fault.of(4, "a program for each row that fails is told")
                        .flow("""
                                steps:
                                  - rows: 5
                                  - pipeAsArgs: echo "$1"; test "$1" -lt 4
                                  - write: target/out.txt
                                """)
                        .fails(Blame.SCRIPT, "- pipeAsArgs:", "exit status 1"),
                Fault.of(4, "a program for each key that fails is told")
                        .flow("""
                                steps:
                                  - rows: [[a, 1], [b, 2]]
                                    as: [k, n]
                                  - pipe: grep a
                                    per: k
                                  - write: target/out.txt
                                """)
                        .fails(Blame.SCRIPT, "- pipe:", "exit status 1"),
                Fault.of(4, "a value with a tab is told before it becomes two")
                        .flow("""
                                steps:
                                  - rows: [[a, "b\\tc"]]
                                    as: [k, v]
                                  - pipe: cat
                                  - write: target/out.txt
                                """)
                        .fails(Blame.DATA, "- pipe:", "tab"));
    }

    private static Fault twoSteps(String name, String first, String second, String at, String message) {
        return Fault.of(4, name)
                .flow("steps:\n  - rows: " + ROWS + "\n  - pipe: " + first + "\n  - pipe: " + second
                        + "\n  - write: target/out.txt\n")
                .fails(Blame.SCRIPT, at, message);
    }
}
