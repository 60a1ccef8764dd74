package io.gleamflow.freshness;

import io.gleamflow.flow.Flow;
import io.gleamflow.freshness.States.Stored;
import io.gleamflow.report.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A run of a flow, from the moment its inputs were looked at. */
public final class StartedRun {

    private final Path base;
    private final States states;
    private final Removal removal;
    private final Flow flow;
    private final Surroundings surroundings;
    private final Path file;
    private final long taken;
    private final List<FlowState.Input> inputs;
    private final List<Stored> replaced;

    /**
     * @param removal of what other states do not claim
     * @param file for the state
     * @param taken when the inputs were looked at
     * @param replaced states that end with this run
     */
    StartedRun(
            Path base,
            States states,
            Removal removal,
            Flow flow,
            Surroundings surroundings,
            Path file,
            long taken,
            List<FlowState.Input> inputs,
            List<Stored> replaced) {
        this.base = base;
        this.states = states;
        this.removal = removal;
        this.flow = flow;
        this.surroundings = surroundings;
        this.file = file;
        this.taken = taken;
        this.inputs = inputs;
        this.replaced = replaced;
    }

    /**
     * Notes that the run went well, and removes what the flow wrote before and writes no more.
     *
     * @throws IOException when that cannot be noted; the flow runs again the next time
     */
    public Removed ended(RunReport report) throws IOException {
        String descriptor = flow.place().file();
        if (Unseen.hasSecretNames(flow)) {
            return Removed.nothing(descriptor);
        }
        // so that outputs need not be read to know them again
        Spots.awaitNextTick();
        long written = Look.now();
        List<FlowState.Output> outputs = new ArrayList<>();
        for (RunReport.Output output : report.outputs()) {
            Path path = base.resolve(output.path()).normalize();
            FileMark mark = new FileMark(Look.at(path), output.sha256());
            String real = FlowState.Output.real(path, base);
            outputs.add(new FlowState.Output(InputFiles.shown(path, base), mark, real));
        }
        Removed removed = removeOld(outputs);
        if (!outputs.isEmpty()) {
            String salt = UUID.randomUUID().toString();
            Fingerprint print = Fingerprint.of(flow, surroundings, salt);
            states.write(file, new FlowState(base, descriptor, salt, print, taken, inputs, written, outputs));
        }
        for (Stored old : replaced) {
            if (outputs.isEmpty() || !old.file().equals(file)) {
                Files.deleteIfExists(old.file());
            }
        }
        return removed;
    }

    private Removed removeOld(List<FlowState.Output> now) {
        Set<String> names = new HashSet<>();
        now.forEach(output -> names.addAll(List.of(output.path(), output.real())));
        List<FlowState.Output> old = replaced.stream()
                .flatMap(stored -> stored.state().outputs().stream())
                .filter(output -> !names.contains(output.path()) && !names.contains(output.real()))
                .distinct()
                .toList();
        if (old.isEmpty()) {
            return Removed.nothing(flow.place().file());
        }
        return removal.of(flow.place().file(), old, Removal.claims(states, replaced));
    }
}
