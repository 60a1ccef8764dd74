package io.gleamflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Looks again and again, while a flow runs, at what other users of the machine could see: command lines of processes, and
 * files below the project and among the temporary files that are theirs to read. Environments, which only this user sees, are
 * looked at as well.
 */
final class ExposedSecrets implements AutoCloseable {

    private static final Path PROC = Path.of("/proc");
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
    private static final int WAIT_MILLIS = 2000;

    private final Path project;
    private final Set<Path> before = Set.copyOf(entries(TEMPORARY));
    private final Set<String> found = new ConcurrentSkipListSet<>();
    private final Thread thread = new Thread(this::look, "exposed");
    private volatile boolean ended;
    private final AtomicInteger looks = new AtomicInteger();

    private ExposedSecrets(Path project) {
        this.project = project;
    }

    static ExposedSecrets watch(Path project) {
        ExposedSecrets exposed = new ExposedSecrets(project);
        exposed.thread.start();
        return exposed;
    }

    /** Stops to look, and says what there was to see. */
    Set<String> found() throws InterruptedException {
        ended = true;
        thread.join(WAIT_MILLIS);
        if (looks.get() == 0) {
            found.add("nobody has looked");
        }
        return Set.copyOf(found);
    }

    @Override
    public void close() {
        ended = true;
    }

    private void look() {
        do {
            ProcessHandle.current().descendants().map(ProcessHandle::pid).forEach(this::process);
            // what a flow writes into its outputs is its own affair, and so are their names, which the journal has
            entries(project.resolve("target").resolve("gleam")).stream()
                    .filter(entry -> !entry.endsWith("state"))
                    .forEach(this::entry);
            entries(TEMPORARY).stream().filter(entry -> !before.contains(entry)).forEach(this::entry);
            looks.incrementAndGet();
        } while (!ended);
    }

    private void process(long pid) {
        for (String part : List.of("cmdline", "environ")) {
            try {
                byte[] bytes =
                        Files.readAllBytes(PROC.resolve(Long.toString(pid)).resolve(part));
                String text = new String(bytes, StandardCharsets.ISO_8859_1);
                // the flow that puts secrets into the environment says so
                boolean isWanted = part.equals("environ") && text.contains("GIVEN_BY_ENV=");
                if (!isWanted && Telltales.areIn(bytes)) {
                    found.add(part + " of a process: " + text.replace('\0', ' '));
                }
            } catch (IOException gone) {
                // it has ended
            }
        }
    }

    private void files(Path directory) {
        if (isOpen(directory)) {
            entries(directory).forEach(this::entry);
        }
    }

    private static List<Path> entries(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        } catch (IOException | UncheckedIOException gone) {
            return List.of();
        }
    }

    private void entry(Path entry) {
        try {
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                files(entry);
            } else if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)
                    && isOpen(entry)
                    && Telltales.areIn(Files.readAllBytes(entry))) {
                found.add("file " + entry);
            }
        } catch (IOException gone) {
            // it has been removed
        }
    }

    /** Whether others may read a file or list a directory; one without that may still be passed, which is looked at too. */
    private static boolean isOpen(Path file) {
        try {
            Set<PosixFilePermission> modes = Files.getPosixFilePermissions(file);
            return modes.stream().anyMatch(mode -> !mode.name().startsWith("OWNER"));
        } catch (IOException | UnsupportedOperationException gone) {
            return false;
        }
    }
}
