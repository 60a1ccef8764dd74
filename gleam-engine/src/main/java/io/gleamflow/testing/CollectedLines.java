package io.gleamflow.testing;

import io.gleamflow.problem.Failure;
import io.gleamflow.run.RunListener;
import java.util.ArrayList;
import java.util.List;

/** Keeps the first lines that a flow shows. */
final class CollectedLines implements RunListener {

    private static final int MOST = 1000;
    private static final int LONGEST = 10_000;

    private final List<String> lines = new ArrayList<>();
    private long more;

    @Override
    public synchronized void logged(String step, String line) {
        if (lines.size() == MOST) {
            more++;
            return;
        }
        String text = step + ": " + line;
        lines.add(Failure.harmless(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text));
    }

    synchronized List<String> all() {
        List<String> all = new ArrayList<>(lines);
        if (more > 0) {
            all.add("and " + more + " more lines");
        }
        return all;
    }
}
