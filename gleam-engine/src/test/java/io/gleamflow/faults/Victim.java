package io.gleamflow.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Who is killed when a flow has made the file {@code now}; always a descendant of this JVM. */
enum Victim {
    /** Whose process id is in the file. */
    WRITTEN,
    WORKER,
    COPIER,
    REAPER;

    private static final int NAP_MILLIS = 5;

    void kill(Path project) throws IOException, InterruptedException {
        await(project).destroyForcibly();
    }

    /** Stops it and lets it go on. */
    void pause(Path project) throws IOException, InterruptedException {
        ProcessHandle victim = await(project);
        signal("STOP", victim);
        TimeUnit.SECONDS.sleep(1);
        signal("CONT", victim);
    }

    void stopAndKill(Path project) throws IOException, InterruptedException {
        ProcessHandle victim = await(project);
        signal("STOP", victim);
        TimeUnit.MILLISECONDS.sleep(300);
        victim.destroyForcibly();
    }

    private static void signal(String name, ProcessHandle victim) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(victim.pid()))
                .start()
                .waitFor();
    }

    private ProcessHandle await(Path project) throws IOException, InterruptedException {
        Path now = project.resolve("now");
        while (true) {
            if (Files.exists(now) && Files.size(now) > 0) {
                String written = Files.readString(now).strip();
                Optional<ProcessHandle> found = ProcessHandle.current()
                        .descendants()
                        .filter(process -> is(process, written))
                        .findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
            }
            TimeUnit.MILLISECONDS.sleep(NAP_MILLIS);
        }
    }

    private boolean is(ProcessHandle process, String written) {
        String line = commandLine(process.pid());
        return switch (this) {
            case WRITTEN -> Long.toString(process.pid()).equals(written);
            case WORKER -> line.contains("WorkerMain") || line.contains("luajit");
            case COPIER -> line.endsWith("/cat") && isChild(process);
            case REAPER -> line.contains("gleam-reaper");
        };
    }

    private static boolean isChild(ProcessHandle process) {
        return process.parent().equals(Optional.of(ProcessHandle.current()));
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .replace('\0', ' ')
                    .strip();
        } catch (IOException ended) {
            return "";
        }
    }
}
