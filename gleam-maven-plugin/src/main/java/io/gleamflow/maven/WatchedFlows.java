package io.gleamflow.maven;

import io.gleamflow.Gleam;
import io.gleamflow.flow.Flow;
import io.gleamflow.freshness.Change;
import io.gleamflow.freshness.Glance;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.plugin.logging.Log;

/** Flows, and what their files looked like when the goals were done for them. */
final class WatchedFlows {

    /** So many rounds in a row that something starts which nobody says that he writes are no work of a person. */
    private static final int MOST_IN_A_ROW = 3;

    private final Workspace workspace;
    private final Gleam gleam;
    private final Map<FlowFile, Seen> flows = new LinkedHashMap<>();
    private final Map<FlowFile, Integer> inARow = new HashMap<>();
    private final Set<FlowFile> failing = new HashSet<>();
    private final Set<FlowFile> owed = new LinkedHashSet<>();

    WatchedFlows(Workspace workspace) {
        this.workspace = workspace;
        this.gleam = workspace.engineFor("");
    }

    /**
     * What is known of a flow.
     *
     * @param flow as it was when it could be read the last time
     * @param others files that may help when it cannot
     * @param glance at its files before the goals
     */
    private record Seen(Optional<Flow> flow, boolean isBroken, Set<Path> others, Glance glance) {}

    List<FlowFile> flows() {
        return List.copyOf(flows.keySet());
    }

    /** Those that can be read. */
    List<Flow> readable() {
        return flows.values().stream()
                .filter(seen -> !seen.isBroken())
                .flatMap(seen -> seen.flow().stream())
                .toList();
    }

    Set<Path> files() {
        Set<Path> files = new TreeSet<>();
        flows.values().forEach(seen -> files.addAll(seen.glance().files()));
        return files;
    }

    /** The goals went wrong for these. */
    void failed(Collection<FlowFile> files) {
        failing.addAll(files);
    }

    /** It could be read, so what went wrong before is no more. */
    void mended(FlowFile file) {
        failing.remove(file);
    }

    /** For how many the goals went wrong the last time. */
    int failures() {
        return failing.size();
    }

    /** These would have run, had others let them. */
    void owes(Collection<FlowFile> files) {
        owed.addAll(files);
    }

    /** These have had their turn. */
    void paid(Collection<FlowFile> files) {
        files.forEach(owed::remove);
    }

    List<FlowFile> owed() {
        return List.copyOf(owed);
    }

    /** Whether nothing went wrong and nothing is owed. */
    boolean isWell() {
        return failing.isEmpty() && owed.isEmpty();
    }

    /** From now on; everything of a new flow has changed. */
    void begin(FlowFile flow) {
        flows.computeIfAbsent(flow, none -> new Seen(Optional.empty(), true, Set.of(), gleam.glance(List.of())));
    }

    /** Leaves out all others, and returns them. */
    List<FlowFile> endOthersThan(Collection<FlowFile> there) {
        List<FlowFile> gone =
                flows().stream().filter(flow -> !there.contains(flow)).toList();
        flows.keySet().removeAll(gone);
        inARow.keySet().removeAll(gone);
        failing.removeAll(gone);
        owed.removeAll(gone);
        return gone;
    }

    /** What the files of a flow look like now. */
    Glance look(FlowFile file) {
        Seen seen = flows.get(file);
        Path descriptor = file.path().toAbsolutePath().normalize();
        Set<Path> files = new TreeSet<>();
        files.add(descriptor);
        if (seen == null) {
            return gleam.glance(files);
        }
        if (seen.isBroken()) {
            files.addAll(seen.others());
            files.addAll(scriptsBeside(descriptor));
        }
        Glance look = gleam.glance(files);
        return seen.flow().map(flow -> gleam.glance(flow).and(look)).orElse(look);
    }

    /** A flow that cannot be read does not say which Lua it means. */
    private static List<Path> scriptsBeside(Path descriptor) {
        List<Path> scripts = new ArrayList<>();
        Path directory = descriptor.getParent();
        if (directory != null && Files.isDirectory(directory)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*.lua")) {
                found.forEach(scripts::add);
            } catch (IOException | DirectoryIteratorException e) {
                // then its own file has to change
            }
        }
        return scripts;
    }

    private List<Change> changes(FlowFile file) {
        return changes(file, look(file));
    }

    private List<Change> changes(FlowFile file, Glance now) {
        Seen seen = flows.get(file);
        return seen == null ? List.of() : now.since(seen.glance());
    }

    /** @param now what its files look like */
    boolean isTouched(FlowFile file, Glance now) {
        return !changes(file, now).isEmpty();
    }

    /** Why the goals are done again for these; of a new flow, that it is new. */
    List<String> reasons(Collection<FlowFile> files) {
        return files.stream()
                .flatMap(file -> changes(file).stream().filter(change -> isTold(change, file)))
                .map(Change::told)
                .distinct()
                .toList();
    }

    private boolean isTold(Change change, FlowFile file) {
        return flow(file).isPresent()
                || change.file().equals(file.path().toAbsolutePath().normalize());
    }

    /**
     * Takes note of a flow that was read again.
     *
     * @param before at its files before that
     * @param flow empty when it could not be read
     * @param others files that may help then
     */
    void read(FlowFile file, Glance before, Optional<Flow> flow, Collection<Path> others) {
        Optional<Flow> known =
                flow.or(() -> Optional.ofNullable(flows.get(file)).flatMap(Seen::flow));
        flows.put(file, new Seen(known, flow.isEmpty(), Set.copyOf(others), before));
        Glance now = look(file);
        Set<Path> common = new HashSet<>(now.files());
        common.retainAll(before.files());
        flows.put(file, new Seen(known, flow.isEmpty(), Set.copyOf(others), now.with(common, before)));
    }

    /** Those of them that read nothing which others of them write, also not by way of flows between them. */
    List<FlowFile> first(Collection<FlowFile> pending) {
        List<FlowFile> first = pending.stream()
                .filter(file -> pending.size() == 1 || !readsOneOf(file, pending, new HashSet<>()))
                .toList();
        return first.isEmpty() ? List.copyOf(pending) : first;
    }

    private boolean readsOneOf(FlowFile reader, Collection<FlowFile> pending, Set<FlowFile> been) {
        for (FlowFile writer : flows.keySet()) {
            if (!writer.equals(reader) && !been.contains(writer) && reads(reader, writer)) {
                been.add(writer);
                if (pending.contains(writer) || readsOneOf(writer, pending, been)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Optional<Flow> flow(FlowFile file) {
        return Optional.ofNullable(flows.get(file)).flatMap(Seen::flow);
    }

    private boolean reads(FlowFile reader, FlowFile writer) {
        return flow(reader)
                .flatMap(one -> flow(writer).map(other -> gleam.reads(one, other)))
                .orElse(false);
    }

    /**
     * Takes note of what flows have written, and returns those that read it. What else has changed meanwhile is a change as
     * any, unless there was no rest for some rounds: then it is written by the flows, though they do not say so.
     */
    Set<FlowFile> behind(Collection<FlowFile> done, Log log) {
        Set<FlowFile> readers = new LinkedHashSet<>();
        for (FlowFile file : flows()) {
            List<Change> strange = new ArrayList<>();
            List<Path> written = new ArrayList<>();
            for (Change change : changes(file)) {
                if (done.stream().anyMatch(each -> writes(each, change.file()))) {
                    written.add(change.file());
                } else {
                    strange.add(change);
                }
            }
            if (done.contains(file)) {
                accept(file, written);
            } else if (!written.isEmpty() && strange.isEmpty()) {
                readers.add(file);
            }
            if (!strange.isEmpty() && inARow.merge(file, 1, Integer::sum) >= MOST_IN_A_ROW) {
                log.warn(file.name() + ": " + strange.get(0).told() + " while flows ran, " + MOST_IN_A_ROW
                        + " times in a row, so a step seems to write it; what it does while flows run does not count");
                accept(file, strange.stream().map(Change::file).toList());
            }
        }
        return readers;
    }

    private boolean writes(FlowFile writer, Path file) {
        return flow(writer).map(flow -> gleam.writes(flow, file)).orElse(false);
    }

    private void accept(FlowFile file, List<Path> changed) {
        flows.computeIfPresent(
                file,
                (same, seen) -> new Seen(
                        seen.flow(),
                        seen.isBroken(),
                        seen.others(),
                        seen.glance().with(changed, look(file))));
    }

    /** Nothing has changed for a while. */
    void rest() {
        inARow.clear();
    }

    Workspace workspace() {
        return workspace;
    }
}
