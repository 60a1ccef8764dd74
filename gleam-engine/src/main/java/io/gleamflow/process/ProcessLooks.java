package io.gleamflow.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks now and then at what a process and its descendants have taken, from {@code /proc}, since nobody can tell it of one that has
 * ended. The first look is soon and later ones are rarer, so that of a process that lasts little is missed; of one that ends
 * before the first look nothing is known. Where there is no {@code /proc}, nothing ever is.
 */
final class ProcessLooks {

    private static final Path PROC = Path.of("/proc");
    private static final long FIRST_MILLIS = 8;
    private static final long RAREST_MILLIS = 250;

    /** What the kernel counts in, whatever its own clock is. */
    private static final long TICK_NANOS = 10_000_000;

    private static final Pattern BLANKS = Pattern.compile(" +");
    private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s*(\\d+) kB$");

    /** Behind the name of a process: user and system time, and those of children that it has waited for. */
    private static final int FIRST_TIME = 11;

    private static final int TIMES = 4;

    private final Process process;
    private volatile long ticks = -1;
    private volatile long peak = -1;

    ProcessLooks(Process process) {
        this.process = process;
    }

    /** Waits for the end of the process, and returns how it ended. */
    int waitFor() throws InterruptedException {
        if (!Files.isDirectory(PROC.resolve("self"))) {
            return process.waitFor();
        }
        long pause = FIRST_MILLIS;
        while (!process.waitFor(pause, TimeUnit.MILLISECONDS)) {
            look();
            pause = Math.min(RAREST_MILLIS, pause + pause / 4);
        }
        return process.exitValue();
    }

    ProcessUse use() {
        return new ProcessUse(
                ticks < 0 ? OptionalLong.empty() : OptionalLong.of(ticks * TICK_NANOS),
                peak < 0 ? OptionalLong.empty() : OptionalLong.of(peak));
    }

    private void look() {
        long seen = 0;
        Deque<String> left = new ArrayDeque<>();
        left.add(Long.toString(process.pid()));
        while (!left.isEmpty()) {
            Path directory = PROC.resolve(left.remove());
            try {
                seen += ticks(Files.readString(directory.resolve("stat"), ISO_8859_1));
                Matcher most = PEAK.matcher(Files.readString(directory.resolve("status"), ISO_8859_1));
                if (most.find()) {
                    peak = Math.max(peak, Long.parseLong(most.group(1)) * 1024);
                }
                children(directory, left);
            } catch (IOException | DirectoryIteratorException | NumberFormatException ended) {
                // what it took comes to its parent, which is looked at next time
            }
        }
        // one that nobody has waited for takes with it what it took
        ticks = Math.max(ticks, seen);
    }

    private static long ticks(String stat) {
        return BLANKS.splitAsStream(stat.substring(stat.lastIndexOf(')') + 1).strip())
                .skip(FIRST_TIME)
                .limit(TIMES)
                .mapToLong(Long::parseLong)
                .sum();
    }

    /** Each thread has the processes it has started. */
    private static void children(Path directory, Deque<String> to) throws IOException {
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(directory.resolve("task"))) {
            for (Path thread : threads) {
                String children = Files.readString(thread.resolve("children"), ISO_8859_1);
                BLANKS.splitAsStream(children).filter(child -> !child.isBlank()).forEach(to::add);
            }
        }
    }
}
