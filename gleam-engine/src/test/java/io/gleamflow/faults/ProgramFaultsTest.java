package io.gleamflow.faults;

import io.gleamflow.problem.Blame;
import java.util.List;

/** Row 5: programs that speak frames, and do it badly. */
class ProgramFaultsTest extends FaultSuite {

    private static final int ROWS = 100_000;

    @Override
    List<Fault> faults() {
        return List.of(
                program("a program that fails is told", "exits-with-seven.sh").fails("exit status 7: why it failed"),
                program("half a frame is told though the program ends well", "writes-half-a-frame.sh")
                        .fails("the stream ends in the middle of a frame (frame 2, byte 5)"),
                program(
                                "a program that fails in the middle of a frame is told, not its frame",
                                "writes-half-a-frame.sh",
                                "4")
                        .fails("exit status 4"),
                program("half a length is told", "writes-half-a-length.sh")
                        .fails("the stream ends in the middle of a frame (frame 1, byte 0)"),
                frames("text that is no frame is told", "what a program prints for people\\\\n", "")
                        .fails("what it wrote are no frames: "),
                frames("a frame over the limit is told before it is read", "\\\\001\\\\000\\\\000\\\\177", "stay")
                        .fails("a frame of 2130706433 bytes is longer than the 8388608 allowed (frame 2, byte 5)"),
                frames("a frame just over the limit is told", "\\\\001\\\\000\\\\200\\\\000", "stay")
                        .fails("a frame of 8388609 bytes is longer than the 8388608 allowed (frame 2, byte 5)"),
                frames("a negative length is told", "\\\\376\\\\377\\\\377\\\\377", "stay")
                        .fails("a frame cannot have -2 bytes (frame 2, byte 5)"),
                frames(
                                "a length of gleam's own is told",
                                "\\\\377\\\\377\\\\377\\\\377\\\\001\\\\000\\\\000\\\\000\\\\200",
                                "")
                        .fails("a frame of negative length"),
                frames(
                                "a huge map of gleam's own is told",
                                "\\\\377\\\\377\\\\377\\\\377\\\\377\\\\377\\\\377\\\\177",
                                "stay")
                        .fails("a frame of 2147483647 bytes"),
                frames(
                                "a list that says it has 4 billion elements is told",
                                "\\\\005\\\\000\\\\000\\\\000\\\\335\\\\377\\\\377\\\\377\\\\377",
                                "")
                        .fails("its row 2 is no MessagePack: "),
                frames(
                                "a map that says it has 2 billion entries is told",
                                "\\\\005\\\\000\\\\000\\\\000\\\\337\\\\177\\\\377\\\\377\\\\377",
                                "")
                        .fails("its row 2 is no MessagePack: "),
                frames(
                                "a text that says it has 4 billion bytes is told",
                                "\\\\006\\\\000\\\\000\\\\000\\\\333\\\\377\\\\377\\\\377\\\\377x",
                                "")
                        .fails("its row 2 is no MessagePack: "),
                frames("a value cut short is told", "\\\\002\\\\000\\\\000\\\\000\\\\005\\\\315", "")
                        .fails("its row 2 is no MessagePack: "),
                frames("a byte that means nothing is told", "\\\\001\\\\000\\\\000\\\\000\\\\301", "")
                        .fails("its row 2 is no MessagePack: "),
                frames("an extension passes through", "\\\\003\\\\000\\\\000\\\\000\\\\324\\\\001\\\\002", "")
                        .succeeds("5\n\"02\"\n"),
                program("a value nested 99,999 deep is told", "nests-deeply.sh").fails("nested over 128 deep"),
                new Program(frames("frames of no bytes are passed over", "\\\\000\\\\000\\\\000\\\\000", "").fault)
                        .succeeds("5\n"),
                program("a program that never reads is fine", "never-reads.sh").succeeds("5\n"),
                program("a program without output is fine", "nothing", "true").succeeds(""),
                program("a flood of errors holds up nothing", "floods-stderr.sh")
                        .succeeds(numbers()),
                program("other columns than named are told", "never-reads.sh")
                        .with("as: [a, b]")
                        .failsData("a row has 1 column, and `as` names 2"),
                command("a program that is not there is told", "[no-such-program]")
                        .fails(Blame.RESOURCES, "- exec:", "no program 'no-such-program' on the PATH"),
                command("a program that may not be run is told", "[./flow.yaml]")
                        .fails(Blame.RESOURCES, "- exec:", "./flow.yaml"),
                command("a program that ends by a signal is told", "[sh, -c, 'kill -9 $$']")
                        .fails(Blame.SCRIPT, "- exec:", "killed by SIGKILL (137)"),
                command("a program that leaves one behind who holds the pipe is told", "[sh, -c, 'cat; sleep 1000 &']")
                        .slow()
                        .limit(15)
                        .fails(Blame.SCRIPT, "- exec:", "running, which kept its output open and wrote nothing"),
                command("two copies of the rows are fine", "[sh, -c, 'cat >copy; cat copy copy; rm copy']")
                        .succeeds("target/out.txt", numbers() + numbers()));
    }

    /** A case that is not finished. */
    private record Program(Fault fault) {
        Fault fails(String message) {
            return fault.fails(Blame.SCRIPT, "- exec:", message);
        }

        Fault failsData(String message) {
            return fault.fails(Blame.DATA, "- exec:", message);
        }

        Fault succeeds(String output) {
            return fault.succeeds("target/out.txt", output);
        }

        Program with(String option) {
            String flow = new String(fault.descriptor(), java.nio.charset.StandardCharsets.UTF_8);
            fault.flow(flow.replace("  - write", "    " + option + "\n  - write"));
            return this;
        }
    }

    private static Program program(String name, String script, String... arguments) {
        if (script.equals("nothing")) {
            return new Program(command(name, "[" + arguments[0] + "]"));
        }
        String more = arguments.length == 0 ? "" : ", \"" + String.join("\", \"", arguments) + "\"";
        return new Program(command(name, "[sh, " + script + more + "]").child(script));
    }

    private static Program frames(String name, String escapes, String stay) {
        return program(name, "writes-frames.sh", escapes, "1", stay);
    }

    private static Fault command(String name, String command) {
        return Fault.of(5, name)
                .flow("steps:\n  - rows: " + ROWS + "\n  - exec: " + command + "\n  - write: target/out.txt\n");
    }

    private static String numbers() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= ROWS; i++) {
            text.append(i).append('\n');
        }
        return text.toString();
    }
}
