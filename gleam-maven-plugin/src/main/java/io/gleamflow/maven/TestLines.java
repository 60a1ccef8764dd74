package io.gleamflow.maven;

import io.gleamflow.problem.Excerpt;
import io.gleamflow.problem.Place;
import io.gleamflow.testing.Coverage;
import io.gleamflow.testing.TestOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Shows how tests went: a line for each flow, and what is other than expected below it. */
final class TestLines {

    /** So many gaps of a flow; the rest is in a file. */
    private static final int SHOWN = 3;

    private final Log log;
    private final Path baseDirectory;
    private final List<String> failures = new ArrayList<>();
    private int run;

    TestLines(Log log, Path baseDirectory) {
        this.log = log;
        this.baseDirectory = baseDirectory;
    }

    /** @param coverage null when it is not to be shown */
    void show(String title, int width, List<TestOutcome> outcomes, @Nullable Coverage coverage) {
        long failed = outcomes.stream().filter(each -> !each.isPassed()).count();
        Duration time = outcomes.stream().map(TestOutcome::time).reduce(Duration.ZERO, Duration::plus);
        run += outcomes.size();
        String count = tests(outcomes.size());
        String result = failed == 0 ? count + " passed" : failed + " of " + count + " failed";
        String line =
                String.format(Locale.ROOT, "  %-" + width + "s   %s   %.1f s", title, result, time.toMillis() / 1000.0)
                        + (coverage == null ? "" : "   " + coverage.summary());
        if (failed == 0) {
            log.info(line);
        } else {
            log.error(line);
        }
        outcomes.stream().filter(each -> !each.isPassed()).forEach(each -> failure(title, each));
        if (coverage != null) {
            String missing = coverage.briefly(SHOWN);
            if (!missing.isEmpty()) {
                log.info("      not covered: " + missing);
            }
        }
    }

    private static String tests(int count) {
        return count + (count == 1 ? " test" : " tests");
    }

    private void failure(String title, TestOutcome outcome) {
        String first = outcome.place() + ": " + title + "#" + outcome.test().name() + ": " + outcome.message();
        failures.add(first);
        log.error(first);
        if (outcome.place().line() != outcome.test().place().line()
                && outcome.details().isEmpty()) {
            Excerpt.of(outcome.place(), text(outcome.place())).forEach(log::error);
        }
        outcome.details().forEach(line -> log.error("   " + line));
    }

    private String text(Place place) {
        try {
            Path file = baseDirectory.resolve(place.file());
            return Files.isRegularFile(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException | InvalidPathException e) {
            return "";
        }
    }

    /** Says how all went. */
    void end() {
        String all = tests(run) + (failures.isEmpty() ? " passed" : " run, " + failures.size() + " failed");
        if (failures.isEmpty()) {
            log.info(all);
        } else {
            log.error(all);
        }
    }

    int failed() {
        return failures.size();
    }

    /** The first failure, and how many more were shown. */
    String failure() {
        int more = failures.size() - 1;
        return failures.get(0) + (more == 0 ? "" : " (and " + more + " more above)");
    }
}
