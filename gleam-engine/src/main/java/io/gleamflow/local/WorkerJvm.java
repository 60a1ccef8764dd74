package io.gleamflow.local;

import io.gleamflow.worker.WorkerMain;
import io.gleamflow.worker.WorkerTraining;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * How the JVMs of workers are started.
 *
 * @param classPath jars and directories they need
 * @param temporary where they put temporary files
 */
public record WorkerJvm(List<Path> classPath, Path temporary) {

    private static final int UNSAFE_IS_DEPRECATED = 23;

    /** Since then messages about archives have another tag. */
    private static final int ARCHIVES_ARE_AOT = 24;

    /** Small, since what is trained for is the loading of classes; archives do not depend on it. */
    private static final long TRAINING_MEMORY = 64L << 20;

    public WorkerJvm {
        classPath = List.copyOf(classPath);
    }

    /**
     * A JVM that waits for tasks.
     *
     * @param archive of classes, made by {@link #training} with the same class path
     */
    public List<String> worker(WorkerKind kind, Optional<Path> archive) {
        List<String> line = start(kind.memory());
        if (archive.isPresent()) {
            line.add("-XX:SharedArchiveFile=" + archive.get());
        }
        line.addAll(List.of("-cp", path(), WorkerMain.class.getName(), Integer.toString(kind.longestRow())));
        return line;
    }

    /** A JVM that does what workers do and writes an archive of the classes it needed. */
    public List<String> training(Path archive) {
        List<String> line = start(TRAINING_MEMORY);
        line.add("-XX:ArchiveClassesAtExit=" + archive);
        line.addAll(List.of("-cp", path(), WorkerTraining.class.getName()));
        return line;
    }

    /** Who has started them, which they look after. */
    static Map<String, String> environment() {
        return Map.of(WorkerMain.PARENT, Long.toString(ProcessHandle.current().pid()));
    }

    /**
     * Names all that an archive depends on; empty when there can be none, as with directories on the class path. That two
     * things have the same name is harmless: the JVM compares for itself, and starts without an archive that is not its own.
     */
    Optional<String> key() {
        StringBuilder facts = new StringBuilder();
        for (String property : List.of("java.vendor", "java.vm.version", "java.home", "os.arch")) {
            facts.append(System.getProperty(property)).append('\n');
        }
        facts.append(flags()).append('\n');
        try {
            for (Path jar : classPath) {
                if (!Files.isRegularFile(jar)) {
                    return Optional.empty();
                }
                facts.append(jar).append('\n').append(Files.size(jar)).append('\n');
                facts.append(Files.getLastModifiedTime(jar).toMillis()).append('\n');
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        CRC32C sum = new CRC32C();
        sum.update(facts.toString().getBytes(StandardCharsets.UTF_8));
        return Optional.of(ClassArchives.hex(sum));
    }

    private List<String> start(long memory) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(flags());
        line.add("-Xmx" + memory);
        // a worker may be killed before it has removed a temporary file of its script; the run removes them all
        line.add("-Djava.io.tmpdir=" + temporary);
        return line;
    }

    private static List<String> flags() {
        int version = Runtime.version().feature();
        String archives = version >= ARCHIVES_ARE_AOT ? "cds*=off,aot*=off" : "cds*=off";
        List<String> flags = new ArrayList<>(List.of(
                "-XX:+UseSerialGC",
                "-Xss16m",
                "-Xlog:disable",
                // an archive that is of no use is no news for people
                "-Xlog:all=warning," + archives + ":stderr",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:-UsePerfData",
                "-Xshare:auto"));
        if (version >= UNSAFE_IS_DEPRECATED) {
            flags.add("--sun-misc-unsafe-memory-access=allow");
        }
        return flags;
    }

    private String path() {
        List<String> paths = new ArrayList<>();
        for (Path path : classPath) {
            paths.add(path.toString());
        }
        return String.join(File.pathSeparator, paths);
    }
}
