package io.gleamflow.faults;

import io.gleamflow.Gleam;
import io.gleamflow.LuaChoice;
import io.gleamflow.Project;
import io.gleamflow.Tuning;
import io.gleamflow.flow.Flow;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.FailureException;
import io.gleamflow.problem.InvalidFlowException;
import io.gleamflow.run.RunListener;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The JVM that runs the flows, as Maven would: a line with a project and a number of shards comes in for each run, a line
 * that says how it went goes out. Ends with its input.
 */
final class KilledEngine {

    static final String DONE = "done";
    static final String FAILED = "failed";
    static final String DEFECT = "defect";

    /** Little, so that sorts spill. */
    private static final long MEMORY = 512 << 10;

    private KilledEngine() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        // whatever a library prints is no answer
        System.setOut(System.err);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split("\t", -1);
            out.println(answer(Path.of(words[0]), Integer.parseInt(words[1])));
        }
    }

    /** With no shards at all, only what a killed run has left is dealt with. */
    private static String answer(Path base, int shards) throws InterruptedException {
        Path build = base.resolve("target");
        Gleam gleam = new Gleam(new Project(base, build.resolve("out"), build, LuaChoice.DEFAULT, Map.of(), Map.of()));
        try {
            gleam.recover();
            if (shards > 0) {
                Flow flow = gleam.load(base.resolve("flow.yaml")).flow();
                Tuning tuning = new Tuning(OptionalInt.of(shards), OptionalLong.of(MEMORY));
                for (Flow next : gleam.inOrder(List.of(flow))) {
                    gleam.run(next, tuning, RunListener.SILENT);
                }
            }
            return DONE;
        } catch (FailureException e) {
            boolean ours = e.failure().blame() == Blame.ENGINE;
            return line((ours ? DEFECT : FAILED) + " " + e.failure() + " "
                    + e.failure().details());
        } catch (InvalidFlowException | IOException | RuntimeException | Error e) {
            e.printStackTrace();
            return line(DEFECT + " " + e);
        }
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
