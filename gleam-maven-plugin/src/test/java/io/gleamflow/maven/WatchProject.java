package io.gleamflow.maven;

import io.gleamflow.LuaChoice;
import io.gleamflow.SharedLock;
import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.Flow;
import io.gleamflow.run.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** A directory with flows that are watched. Runs are noted, and write the files that flows say they write. */
final class WatchProject implements WatchRound.Goals {

    /** What happens between two ticks. */
    interface Step {
        void run() throws IOException;
    }

    private final Path base;
    private final RecordedLog log = new RecordedLog();
    private final List<String> runs = new ArrayList<>();
    private final Map<String, Step> during = new HashMap<>();
    private final Set<String> failing = new HashSet<>();
    private final List<String> forgotten = new ArrayList<>();
    private int written;
    private int wells;
    private int rounds;
    private int ticks = 4;
    private int mostErrors = Integer.MAX_VALUE;

    WatchProject(Path base) {
        this.base = base;
    }

    WatchProject file(String name, String text) throws IOException {
        Path file = base.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        // two changes within one tick of the clock of files look the same
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000L + 1000L * ++written));
        return this;
    }

    /** As editors save. */
    void saved(String name, String text) throws IOException {
        file(name + "~", text);
        Files.move(base.resolve(name + "~"), base.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    void gone(String name) throws IOException {
        Files.delete(base.resolve(name));
    }

    WatchProject flow(String name, String read, String write) throws IOException {
        return file(name + ".yaml", "steps:\n  - read: " + read + "\n  - write: " + write + "\n");
    }

    /** Otherwise what a step did has settled before the next. */
    WatchProject changingAtEveryTick() {
        ticks = 1;
        return this;
    }

    /** Of those at one time. */
    WatchProject showingErrors(int most) {
        mostErrors = most;
        return this;
    }

    /** Whenever a flow runs, that happens too. */
    void during(String flow, Step step) {
        during.put(flow, step);
    }

    void fails(String flow) {
        failing.add(flow);
    }

    List<String> log() {
        return log.lines();
    }

    List<String> forgotten() {
        return forgotten;
    }

    int rounds() {
        return rounds;
    }

    /** How often there was nothing wrong at the end of a round. */
    int wells() {
        return wells;
    }

    Workspace workspace() {
        return new Workspace(
                base,
                base.resolve("target"),
                base.resolve("target"),
                LuaChoice.DEFAULT,
                new ParamSources(new Properties(), Map.of(), new Properties()),
                Map.of(),
                Programs.PLAIN,
                new SharedLock());
    }

    List<FlowFile> flows() throws MojoFailureException {
        return new SourceDirectory(List.of("*.yaml"), List.of()).flows(base);
    }

    /**
     * Watches while steps are done, each between two ticks.
     *
     * @return what ran for each step; first of all what ran at the beginning, flows of one batch with a plus between them
     */
    List<String> watch(Step... steps) throws Exception {
        Workspace workspace = workspace();
        WatchedFlows watched = new WatchedFlows(workspace);
        WatchRound round = new WatchRound(log, watched, this, () -> new Complaints(log, base).atMost(mostErrors));
        Watch watch = new Watch(log, this::flows, watched, round, () -> 0, "ends");
        List<String> all = new ArrayList<>();
        watch.during(new Script(List.of(steps), all), flows());
        return all;
    }

    /** Does a step, then lets some ticks pass. */
    private final class Script implements Watch.Ticks {

        private final List<Step> steps;
        private final List<String> all;
        private int tick;

        Script(List<Step> steps, List<String> all) {
            this.steps = steps;
            this.all = all;
        }

        @Override
        public boolean next(Duration looked) {
            if (tick % ticks == 0) {
                all.add(String.join(" ", runs));
                runs.clear();
                int step = tick / ticks;
                if (step == steps.size()) {
                    return false;
                }
                try {
                    steps.get(step).run();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
            tick++;
            return true;
        }
    }

    @Override
    public Set<FlowFile> of(LoadedFlows loaded, List<FlowFile> flows, Complaints complaints, boolean isAll) {
        runs.add(String.join("+", flows.stream().map(FlowFile::name).toList()));
        Set<FlowFile> failed = new HashSet<>();
        for (FlowFile file : flows) {
            try {
                if (failing.contains(file.name())) {
                    failed.add(file);
                } else {
                    write(loaded.flow(file));
                }
                during.getOrDefault(file.name(), () -> {}).run();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        return failed;
    }

    private void write(@Nullable Flow flow) throws IOException {
        if (flow != null) {
            for (var dataset : flow.datasets()) {
                for (var step : dataset.steps()) {
                    if (step instanceof EndStep.Write write) {
                        file(write.path().value(), "written " + written);
                    }
                }
            }
        }
    }

    @Override
    public void begin() {
        rounds++;
    }

    @Override
    public void forget(List<FlowFile> gone) {
        gone.forEach(flow -> forgotten.add(flow.name()));
    }

    @Override
    public void whenAllIsWell() {
        wells++;
    }
}
