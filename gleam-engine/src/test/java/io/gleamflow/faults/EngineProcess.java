package io.gleamflow.faults;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The test's side of a {@link KilledEngine}. */
final class EngineProcess implements AutoCloseable {

    private final Process process;
    private final Path temporary;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    /**
     * Starts one.
     *
     * @param mark in the environment of the engine and so of all that it starts
     * @param directory for temporary files, which must not stay, and for a log
     */
    EngineProcess(String mark, Path directory) throws IOException {
        temporary = Files.createDirectories(directory.resolve("tmp"));
        File log = directory.resolve("engine.log").toFile();
        List<String> line = new ArrayList<>(unblocked());
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                KilledEngine.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put(MarkedProcess.VARIABLE, mark);
        builder.environment().put("TMPDIR", temporary.toString());
        process = builder.redirectError(Redirect.appendTo(log)).start();
        Thread reader = new Thread(this::read, "answers of the engine");
        reader.setDaemon(true);
        reader.start();
    }

    /** What lets a child hear signals that this process ignores, as one does in the background; empty without such an env. */
    static List<String> unblocked() throws IOException {
        List<String> env = List.of("env", "--default-signal=HUP,INT");
        List<String> tried = new ArrayList<>(env);
        tried.add("true");
        try {
            Process trial = new ProcessBuilder(tried)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
            return trial.waitFor() == 0 ? env : List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private void read() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                answers.add(line);
            }
        } catch (IOException closed) {
            // nobody waits for more
        }
    }

    long pid() {
        return process.pid();
    }

    boolean lives() {
        return process.isAlive();
    }

    void ask(KillProject project, int shards) throws IOException {
        process.getOutputStream().write((project.base() + "\t" + shards + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** Whether an answer has come that nobody has taken. */
    boolean hasAnswered() {
        return !answers.isEmpty();
    }

    /** The answer, if it comes in time. */
    Optional<String> answer(long seconds) throws InterruptedException {
        return Optional.ofNullable(answers.poll(seconds, TimeUnit.SECONDS));
    }

    /** Lets the engine write to its log what all its threads do. */
    void dump() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-QUIT", Long.toString(pid())).start().waitFor();
        TimeUnit.SECONDS.sleep(1);
    }

    /** What lies in the directory for temporary files. */
    List<Path> leftInTemporary() throws IOException {
        try (var files = Files.list(temporary)) {
            return files.toList();
        }
    }

    /** Ends the engine, if nobody else has. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
