package io.gleamflow.maven;

import io.gleamflow.Update;
import io.gleamflow.flow.Flow;
import io.gleamflow.problem.FailureException;
import io.gleamflow.report.RunReport;
import io.gleamflow.run.RunListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs several flows at a time, each behind those whose files it reads. Only the calling thread shows what they say, as each
 * line comes, and how each went.
 */
final class SideBySide {

    private static final int MOST_WAITING = 1000;
    private static final long LOOK_MILLIS = 100;

    private final FlowRun run;
    private final Function<FlowFile, String> titles;
    private final BiPredicate<Flow, Flow> reads;
    private final BlockingQueue<Told> told = new ArrayBlockingQueue<>(MOST_WAITING);
    private final List<LoadedFlows.Entry> waiting = new ArrayList<>();
    private final List<LoadedFlows.Entry> running = new ArrayList<>();
    private volatile boolean isOver;

    /** What a flow's thread has for the calling one. */
    private interface Told {
        void show() throws MojoExecutionException;
    }

    /** @param reads whether the first reads what the second writes */
    SideBySide(FlowRun run, Function<FlowFile, String> titles, BiPredicate<Flow, Flow> reads) {
        this.run = run;
        this.titles = titles;
        this.reads = reads;
    }

    /**
     * @param flows in an order in which they could run one by one
     * @param most how many run at a time
     * @param goesOn whether the others run when one has failed; those that run already do in any case
     */
    void of(List<LoadedFlows.Entry> flows, int most, boolean goesOn)
            throws MojoExecutionException, InterruptedException {
        waiting.addAll(flows);
        ExecutorService threads = Executors.newFixedThreadPool(most);
        try {
            start(threads, most);
            while (!running.isEmpty()) {
                told.take().show();
                if (run.complaints().errors() > 0 && !goesOn) {
                    waiting.clear();
                }
                start(threads, most);
            }
        } finally {
            end(threads);
        }
    }

    private void start(ExecutorService threads, int most) {
        for (LoadedFlows.Entry entry : List.copyOf(waiting)) {
            if (running.size() < most && isReady(entry)) {
                waiting.remove(entry);
                running.add(entry);
                threads.execute(() -> run(entry));
            }
        }
    }

    /** Whoever comes earlier and has not ended may still write what this one reads. */
    private boolean isReady(LoadedFlows.Entry entry) {
        List<LoadedFlows.Entry> unfinished = new ArrayList<>(running);
        unfinished.addAll(waiting);
        return unfinished.stream()
                .noneMatch(other -> !other.file().equals(entry.file()) && reads.test(entry.flow(), other.flow()));
    }

    private void run(LoadedFlows.Entry entry) {
        Told end;
        try {
            end = ran(entry);
        } catch (InterruptedException e) {
            end = () -> {};
        } catch (RuntimeException | Error e) {
            end = () -> {
                throw Defect.in(e);
            };
        }
        Told shown = end;
        tell(() -> {
            running.remove(entry);
            shown.show();
        });
    }

    private Told ran(LoadedFlows.Entry entry) throws InterruptedException {
        String title = titles.apply(entry.file());
        Flow flow = entry.flow();
        LogLines lines = LogLines.of(flow, title, run.log());
        Lines listener = new Lines(lines);
        try {
            Update update = run.update(entry, listener);
            return () -> run.show(flow, title, update, lines);
        } catch (FailureException e) {
            return () -> run.complain(flow, title, listener.soFar(), lines, e);
        }
    }

    /**
     * Waits while there is much to show. When nobody listens any more it does not: threads that read what programs write come
     * here too, and nobody interrupts those.
     */
    private void tell(Told what) {
        try {
            while (!isOver && !told.offer(what, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                // the calling thread is busy, or has gone
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What steps write, for the calling thread. */
    private final class Lines implements RunListener {

        private final LogLines lines;
        private volatile @Nullable RunReport soFar;

        Lines(LogLines lines) {
            this.lines = lines;
        }

        @Override
        public void logged(String step, String text) {
            tell(() -> lines.accept(new LineQueue.Line(step, text, false)));
        }

        @Override
        public void warned(String step, String text) {
            tell(() -> lines.accept(new LineQueue.Line(step, text, true)));
        }

        @Override
        public void failed(RunReport report) {
            soFar = report;
        }

        /** What a run did that has failed. */
        Optional<RunReport> soFar() {
            return Optional.ofNullable(soFar);
        }
    }

    /** All that was started has ended when this returns, also when the calling thread was interrupted. */
    private void end(ExecutorService threads) {
        isOver = true;
        threads.shutdownNow();
        boolean interrupted = false;
        while (true) {
            try {
                if (threads.awaitTermination(1, TimeUnit.HOURS)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
