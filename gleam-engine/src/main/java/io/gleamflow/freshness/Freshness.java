package io.gleamflow.freshness;

import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.Flow;
import io.gleamflow.freshness.States.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compares flows with what was noted after their last runs. Looking changes nothing; noting and removing want the lock of
 * the project. Immutable.
 */
public final class Freshness {

    private final Path base;
    private final Removal removal;
    private final Surroundings surroundings;
    private final States states;

    /**
     * @param base of the project
     * @param build its build directory, which stays when it becomes empty
     * @param directory for states
     * @param facts about gleam and the machine that decide what flows write
     * @param variables that programs get, which may be secret
     */
    public Freshness(Path base, Path build, Path directory, Map<String, String> facts, Map<String, String> variables) {
        this.base = base.toAbsolutePath().normalize();
        this.removal = new Removal(this.base, build.toAbsolutePath().normalize());
        this.surroundings = new Surroundings(facts, variables);
        this.states = new States(directory, this.base);
    }

    /** Whether a flow has to run. Opens files, and nothing else. */
    public Status status(Flow flow) {
        Optional<String> unseen = Unseen.in(flow);
        if (unseen.isPresent()) {
            return Status.runs(unseen.get());
        }
        String descriptor = flow.place().file();
        Optional<FlowState> before = before(flow, states.of(descriptor)).map(Stored::state);
        if (before.isEmpty()) {
            boolean spoilt = !states.files(descriptor).isEmpty();
            return Status.runs(spoilt ? "what was noted after the last run cannot be used" : "first time");
        }
        FlowState state = before.get();
        List<String> reasons = new ArrayList<>(
                Differences.between(state.fingerprint(), Fingerprint.of(flow, surroundings, state.salt())));
        FileMark.Reader reader = new FileMark.Reader();
        inputs(state, InputFiles.of(flow, base), reader, reasons);
        outputs(state, reader, reasons);
        return new Status(reasons);
    }

    /**
     * Adds every place that {@link #status} has looked at, or would.
     *
     * @throws IOException when the flow has to run, and when places may have changed since
     */
    public void see(Flow flow, Spots spots) throws IOException {
        if (!Look.TELLS_CHANGES) {
            throw new IOException("the system does not tell when files were changed");
        }
        Optional<FlowState> before =
                before(flow, states.of(flow.place().file())).map(Stored::state);
        if (before.isEmpty() || !status(flow).isUpToDate()) {
            throw new IOException(flow.name() + " has to run");
        }
        spots.old(base.resolve(flow.place().file()));
        for (String lua : Fingerprint.luaFiles(flow)) {
            spots.plain(base, base.resolve(lua));
        }
        InputFiles inputs = InputFiles.of(flow, base);
        for (Path file : inputs.files().values()) {
            spots.old(file);
        }
        for (Path word : inputs.words()) {
            spots.old(word);
        }
        for (Path directory : inputs.searched()) {
            spots.below(directory, true);
        }
        for (FlowState.Output output : before.get().outputs()) {
            spots.old(
                    base.resolve(output.path()),
                    output.mark().look(),
                    before.get().written());
        }
        for (Path file : states.files(flow.place().file())) {
            spots.settled(file);
        }
        // with the states of flows that are gone
        spots.settled(states.directory());
    }

    /** The state of a run that wrote the same files, or else of one that wrote others because the descriptor said so. */
    private Optional<Stored> before(Flow flow, List<Stored> all) {
        Path file = file(flow);
        // elsewhere it may have seen other programs and other files outside of it
        List<Stored> own = all.stream()
                .filter(stored -> stored.state().base().equals(base))
                .toList();
        return own.stream()
                .filter(stored -> stored.file().equals(file))
                .findFirst()
                .or(() -> own.stream()
                        .filter(stored -> isSucceeded(flow, stored))
                        .max(Comparator.comparingLong(stored -> stored.state().written())))
                .or(() -> own.stream()
                        .max(Comparator.comparingLong(stored -> stored.state().written())));
    }

    private Path file(Flow flow) {
        return states.file(flow.place().file(), writes(flow));
    }

    private static List<String> writes(Flow flow) {
        return flow.datasets().stream()
                .flatMap(dataset -> dataset.steps().stream())
                .filter(EndStep.Write.class::isInstance)
                .map(step -> ((EndStep.Write) step).path().value())
                .toList();
    }

    /** Whether a state is replaced by what the flow writes now: nothing but its descriptor is to blame for other names. */
    private boolean isSucceeded(Flow flow, Stored stored) {
        Fingerprint now = Fingerprint.of(flow, surroundings, stored.state().salt());
        return stored.file().equals(file(flow))
                || stored.state().fingerprint().hasSameSurroundings(now, Unseen.secretNames(flow));
    }

    private static void inputs(FlowState state, InputFiles now, FileMark.Reader reader, List<String> reasons) {
        reasons.addAll(now.missing());
        Map<String, FileMark> before = new TreeMap<>();
        state.inputs().forEach(input -> before.put(input.path(), input.mark()));
        now.files().forEach((name, file) -> {
            FileMark mark = before.remove(name);
            if (mark == null) {
                reasons.add(name + " is new");
                return;
            }
            try {
                if (!reader.isSame(file, mark, state.taken())) {
                    reasons.add(name + " changed");
                }
            } catch (IOException e) {
                reasons.add(name + " cannot be read");
            }
        });
        if (now.missing().isEmpty()) {
            before.keySet().forEach(name -> reasons.add(name + " is gone"));
        }
    }

    private void outputs(FlowState state, FileMark.Reader reader, List<String> reasons) {
        for (FlowState.Output output : state.outputs()) {
            try {
                if (!reader.isSame(base.resolve(output.path()), output.mark(), state.written())) {
                    reasons.add(output.path() + " was changed since");
                }
            } catch (NoSuchFileException e) {
                reasons.add(output.path() + " is gone");
            } catch (IOException | InvalidPathException e) {
                reasons.add(output.path() + " is no file that can be read");
            }
        }
    }

    /** To be called before a flow runs: what is changed while it does is noticed the next time. */
    public StartedRun starts(Flow flow) {
        List<Stored> own = states.of(flow.place().file());
        Map<String, FileMark> known = new HashMap<>();
        Optional<FlowState> before = before(flow, own).map(Stored::state);
        before.ifPresent(state -> state.inputs().forEach(input -> known.put(input.path(), input.mark())));
        long marked = before.map(FlowState::taken).orElse(Long.MIN_VALUE / 2);
        long taken = Look.now();
        FileMark.Reader reader = new FileMark.Reader();
        List<FlowState.Input> inputs = new ArrayList<>();
        InputFiles.of(flow, base).files().forEach((name, file) -> {
            try {
                FileMark mark = known.get(name);
                inputs.add(new FlowState.Input(name, mark == null ? reader.of(file) : reader.of(file, mark, marked)));
            } catch (IOException unreadable) {
                // the run tells of it
            }
        });
        List<Stored> replaced =
                own.stream().filter(stored -> isSucceeded(flow, stored)).toList();
        return new StartedRun(base, states, removal, flow, surroundings, file(flow), taken, inputs, replaced);
    }

    /**
     * Removes what flows have written whose descriptors are no more, unless somebody has changed it since, or another flow
     * writes it now.
     *
     * @param sourceDirectory of the descriptors
     */
    public List<Removed> removeOutputsOfGoneFlows(Path sourceDirectory) throws IOException {
        List<Stored> gone = gone(sourceDirectory);
        List<Removed> removed = new ArrayList<>();
        for (Stored stored : gone) {
            Set<String> claimed = Removal.claims(states, gone);
            removed.add(removal.of(stored.state().descriptor(), stored.state().outputs(), claimed));
            Files.deleteIfExists(stored.file());
        }
        return removed;
    }

    /** Whether that would find something. */
    public boolean hasGoneFlows(Path sourceDirectory) {
        return !gone(sourceDirectory).isEmpty();
    }

    private List<Stored> gone(Path sourceDirectory) {
        Path directory = sourceDirectory.toAbsolutePath().normalize();
        return states.all().stream()
                .filter(stored -> isGone(stored.state().descriptor(), directory))
                .toList();
    }

    private boolean isGone(String descriptor, Path directory) {
        try {
            Path file = base.resolve(descriptor).normalize();
            return file.startsWith(directory) && Files.notExists(file);
        } catch (InvalidPathException spoilt) {
            return false;
        }
    }

    /** Forgets the runs of a flow; all files stay. */
    public boolean forget(String descriptor) throws IOException {
        return forget(states.files(descriptor));
    }

    /** Forgets the runs of all flows. */
    public boolean forget() throws IOException {
        return forget(states.files());
    }

    private static boolean forget(List<Path> files) throws IOException {
        boolean any = false;
        for (Path file : files) {
            any |= Files.deleteIfExists(file);
        }
        return any;
    }
}
