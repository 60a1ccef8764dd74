package io.gleamflow.maven;

import io.gleamflow.report.RunReport;
import io.gleamflow.run.Progress;
import io.gleamflow.run.RunListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries lines from the threads of the runner to the Mojo's thread, which alone may log: other threads' lines are not
 * attributed to a module under {@code -T} and mvnd. Holds a few megabytes at most; beyond that, the runner waits.
 */
final class LineQueue implements RunListener {

    /**
     * A line for people.
     *
     * @param isWarning whether the runner warns of the step, which has not written it itself
     */
    record Line(String step, String text, boolean isWarning) {}

    private static final int MOST_CHARACTERS = 2 << 20;
    private static final int LINE_OVERHEAD = 64;

    private volatile @Nullable Progress progress;
    private volatile @Nullable RunReport soFar;
    private final Deque<Line> lines = new ArrayDeque<>();
    private int held;
    private boolean closed;

    @Override
    public void logged(String step, String text) {
        add(new Line(step, text, false));
    }

    @Override
    public void warned(String step, String text) {
        add(new Line(step, text, true));
    }

    @Override
    public void progressed(Progress now) {
        progress = now;
    }

    @Override
    public void failed(RunReport report) {
        soFar = report;
    }

    /** How far the run was when it was last told. */
    Optional<Progress> progress() {
        return Optional.ofNullable(progress);
    }

    /** What a run did that has failed. */
    Optional<RunReport> soFar() {
        return Optional.ofNullable(soFar);
    }

    private synchronized void add(Line line) {
        String text = line.text();
        int size = text.length() + LINE_OVERHEAD;
        try {
            while (held > 0 && held + size > MOST_CHARACTERS && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        held += size;
        lines.add(line);
        notifyAll();
    }

    /** The next line, waiting some time for it; null when none has come, or none will come. */
    synchronized @Nullable Line take(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; lines.isEmpty() && !closed && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        Line line = lines.poll();
        if (line != null) {
            held -= line.text().length() + LINE_OVERHEAD;
            notifyAll();
        }
        return line;
    }

    /** Whether no more lines will come. */
    synchronized boolean isOver() {
        return closed && lines.isEmpty();
    }

    /** No more lines will come. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
