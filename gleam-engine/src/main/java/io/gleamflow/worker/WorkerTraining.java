package io.gleamflow.worker;

import io.gleamflow.wire.FrameInput;
import io.gleamflow.wire.FrameOutput;
import io.gleamflow.wire.Frames;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Has a worker do tasks of the usual kinds, of its own and in memory, so that its JVM has loaded what workers load and can
 * write it to an archive. It exits, and does not halt as workers do, because a JVM that is halted writes none.
 */
public final class WorkerTraining {

    private static final int FAILED = 1;

    private WorkerTraining() {}

    /** Takes no arguments; exits with 0 when all tasks went well. */
    public static void main(String[] args) {
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.setOut(err);
        System.setIn(InputStream.nullInputStream());
        WorkerMain.dieWithParent();
        WorkerMain.thread(() -> System.exit(train(err))).start();
    }

    private static int train(PrintStream err) {
        try {
            Path text = Files.createTempFile("training-", ".txt");
            Path csv = Files.createTempFile("training-", ".csv");
            try {
                Files.writeString(text, "To be, or not\nto be 1\n");
                Files.writeString(csv, TrainingTasks.CSV);
                return tasks(text, csv, err);
            } finally {
                Files.delete(text);
                Files.delete(csv);
            }
        } catch (IOException e) {
            err.println(e);
            return FAILED;
        }
    }

    private static int tasks(Path text, Path csv, PrintStream err) throws IOException {
        ByteArrayOutputStream tasks = new ByteArrayOutputStream();
        TrainingTasks.write(text, csv, new FrameOutput(tasks));
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        int longestRow = Frames.longestRow(OptionalLong.empty());
        int exit = WorkerMain.serve(new ByteArrayInputStream(tasks.toByteArray()), answers, err, longestRow);
        return exit == 0 && went(new FrameInput(new ByteArrayInputStream(answers.toByteArray()), longestRow), err)
                ? 0
                : FAILED;
    }

    /** Whether each task has given rows and no failure. */
    private static boolean went(FrameInput answers, PrintStream err) throws IOException {
        int ended = 0;
        for (FrameInput.Next next = answers.next(); next != FrameInput.Next.END_OF_FILE; next = answers.next()) {
            if (next == FrameInput.Next.CONTROL) {
                Map<String, Object> control = answers.control();
                TaskStatus status = TaskStatus.of(control);
                if (status.failure().isPresent() || status.rowsOut() == 0) {
                    err.println(control);
                    return false;
                }
                ended++;
            }
        }
        return ended == TrainingTasks.COUNT;
    }
}
