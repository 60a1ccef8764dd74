package io.gleamflow.testing;

import io.gleamflow.problem.Failure;
import io.gleamflow.report.RunReport;
import io.gleamflow.run.RunListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps the first lines that a flow shows, and what it did if it failed. */
final class CollectedLines implements RunListener {

    private static final int MOST = 1000;
    private static final int LONGEST = 10_000;

    private final List<String> lines = new ArrayList<>();
    private long more;
    private Optional<RunReport> report = Optional.empty();

    @Override
    public synchronized void logged(String step, String line) {
        if (lines.size() == MOST) {
            more++;
            return;
        }
        String text = step + ": " + line;
        lines.add(Failure.harmless(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text));
    }

    @Override
    public synchronized void failed(RunReport soFar) {
        report = Optional.of(soFar);
    }

    /** What was done until the run failed. */
    synchronized Optional<RunReport> report() {
        return report;
    }

    synchronized List<String> all() {
        List<String> all = new ArrayList<>(lines);
        if (more > 0) {
            all.add("and " + more + " more lines");
        }
        return all;
    }
}
