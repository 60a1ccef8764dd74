package io.gleamflow.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks a program something that it answers at once, such as its version. */
public final class ProgramAnswer {

    private static final long PATIENCE_SECONDS = 10;
    private static final int LONGEST = 200;

    private ProgramAnswer() {}

    /** The first line it prints; empty when it cannot be started, fails, or takes its time. */
    public static Optional<String> of(List<String> command) throws InterruptedException {
        @Nullable Path answer = null;
        try {
            answer = Files.createTempFile("gleam-answer", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(answer.toFile())
                    .start();
            try {
                process.getOutputStream().close();
                boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return ended && process.exitValue() == 0 ? first(answer) : Optional.empty();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException notThere) {
            return Optional.empty();
        } finally {
            remove(answer);
        }
    }

    private static Optional<String> first(Path answer) throws IOException {
        return new String(Files.readAllBytes(answer), StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .map(line -> line.substring(0, Math.min(LONGEST, line.length())).strip());
    }

    private static void remove(@Nullable Path answer) {
        try {
            if (answer != null) {
                Files.deleteIfExists(answer);
            }
        } catch (IOException inTheWay) {
            // it is small, and the system's to remove
        }
    }
}
