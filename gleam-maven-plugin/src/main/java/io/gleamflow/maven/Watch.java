package io.gleamflow.maven;

import io.gleamflow.freshness.Glance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * Does goals for all flows, and then again and again for those whose files have changed, until there are no more ticks.
 * Nothing that is wrong with a flow ends it.
 *
 * <p>A change counts when the files are the same at two ticks, so that nobody reads what is half saved; what never rests is
 * not waited for longer than some ticks.
 */
final class Watch {

    private static final int MOST_UNSETTLED = 10;

    /** When to look. */
    interface Ticks {

        /**
         * Waits for the next one.
         *
         * @param looked how long the last look has taken
         * @return whether there is one
         */
        boolean next(Duration looked) throws InterruptedException;
    }

    /** Which flows there are now. */
    interface Flows {
        List<FlowFile> now() throws MojoFailureException;
    }

    private final Log log;
    private final Flows flows;
    private final WatchedFlows watched;
    private final WatchRound round;
    private final LongSupplier clock;
    private final String end;
    private String trouble = "";

    /**
     * @param clock in nanoseconds
     * @param end what ends it, for people
     */
    Watch(Log log, Flows flows, WatchedFlows watched, WatchRound round, LongSupplier clock, String end) {
        this.log = log;
        this.flows = flows;
        this.watched = watched;
        this.round = round;
        this.clock = clock;
        this.end = end;
    }

    /**
     * What is there at a tick.
     *
     * @param trouble why nobody can tell which flows there are; empty when that is known
     */
    private record Sight(List<FlowFile> flows, Map<FlowFile, Glance> files, String trouble) {}

    /**
     * Returns when there are no more ticks.
     *
     * @throws MojoFailureException when the goals cannot be done for whatever flows there are
     */
    void during(Ticks ticks, List<FlowFile> first) throws MojoFailureException, InterruptedException {
        first.forEach(watched::begin);
        round.ofAll(first);
        say();
        Sight last = look();
        Duration looked = Duration.ZERO;
        int unsettled = 0;
        while (ticks.next(looked)) {
            long start = clock.getAsLong();
            Sight now = look();
            looked = Duration.ofNanos(clock.getAsLong() - start);
            unsettled = now.equals(last) ? 0 : unsettled + 1;
            last = now;
            if (unsettled == 0 || unsettled == MOST_UNSETTLED) {
                unsettled = 0;
                act(now);
            }
        }
    }

    private Sight look() {
        try {
            return sight(flows.now(), "");
        } catch (MojoFailureException e) {
            return sight(watched.flows(), String.valueOf(e.getMessage()));
        }
    }

    private Sight sight(List<FlowFile> now, String why) {
        Map<FlowFile, Glance> files = new LinkedHashMap<>();
        now.forEach(flow -> files.put(flow, watched.look(flow)));
        return new Sight(now, files, why);
    }

    private void act(Sight now) throws MojoFailureException, InterruptedException {
        if (!now.trouble().equals(trouble)) {
            trouble = now.trouble();
            if (!trouble.isEmpty()) {
                log.error(trouble);
            }
        }
        List<FlowFile> gone = watched.endOthersThan(now.flows());
        round.forget(gone);
        gone.forEach(flow -> log.info(flow.name() + " is gone"));
        now.flows().forEach(watched::begin);
        List<FlowFile> touched = new ArrayList<>();
        now.files().forEach((flow, look) -> {
            if (watched.isTouched(flow, look)) {
                touched.add(flow);
            }
        });
        if (touched.isEmpty() && gone.isEmpty()) {
            watched.rest();
        } else {
            round.of(touched);
            say();
        }
    }

    private void say() {
        int failing = watched.failures();
        log.info("watching " + count(watched.flows().size(), "flow") + ", "
                + count(watched.files().size(), "file")
                + (failing == 0 ? "" : ", " + count(failing, "failure")) + "; " + end);
    }

    private static String count(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
