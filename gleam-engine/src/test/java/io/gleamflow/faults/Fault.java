package io.gleamflow.faults;

import io.gleamflow.problem.Blame;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One case: what goes wrong, in which flow, and how the run has to end. Said once, in a chain of calls, and only read then.
 */
final class Fault {

    /** Ten from the fault on, and as many until it happens, on a busy machine. */
    private static final int LIMIT_SECONDS = 20;

    private static final long MEMORY = 8 << 20;

    private final int row;
    private final String name;
    private final List<Action> settings = new ArrayList<>();
    private final Set<String> changing = new TreeSet<>();
    private byte[] descriptor = {};
    private List<Integer> shards = List.of(1, 3);
    private boolean lua;
    private boolean slow;
    private Action meanwhile = project -> {};
    private Action after = project -> {};
    private Verdict verdict = new Verdict.Succeeds(Map.of());
    private String log = "";
    private Duration limit = Duration.ofSeconds(LIMIT_SECONDS);
    private long memory = MEMORY;
    private Optional<String> impossible = Optional.empty();

    private Fault(int row, String name) {
        this.row = row;
        this.name = name;
    }

    /** Something done in the directory of the project. */
    interface Action {
        void in(Path project) throws IOException, InterruptedException;
    }

    /**
     * Begins a case.
     *
     * @param row of the table in docs/failures.md
     * @param name a sentence
     */
    static Fault of(int row, String name) {
        return new Fault(row, name);
    }

    /** The descriptor, which the project has as {@code flow.yaml}. */
    Fault flow(String yaml) {
        return flow(yaml.getBytes(StandardCharsets.UTF_8));
    }

    Fault flow(byte[] yaml) {
        descriptor = yaml;
        return this;
    }

    /** Scripts are in it: both runtimes have to give the verdict. */
    Fault lua() {
        lua = true;
        return this;
    }

    /** Too much for every build: only {@code -Pfaults} runs it. */
    Fault slow() {
        slow = true;
        return this;
    }

    /** Other numbers of shards than one and three. */
    Fault shards(Integer... numbers) {
        shards = List.of(numbers);
        return this;
    }

    Fault file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Fault file(String path, byte[] bytes) {
        return before(project -> {
            Path file = project.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        });
    }

    /** Puts a script of the directory {@code children} of the test's resources into the project. */
    Fault child(String script) {
        return before(project -> {
            try (InputStream in = Fault.class.getResourceAsStream("/children/" + script)) {
                if (in == null) {
                    throw new IOException("no child " + script);
                }
                Files.copy(in, project.resolve(script));
            }
        });
    }

    /** Done before the run. */
    Fault before(Action setting) {
        settings.add(setting);
        return this;
    }

    /** Done on a thread of its own while the flow runs; interrupted when the run ends. */
    Fault meanwhile(Action disturbance) {
        meanwhile = disturbance;
        return this;
    }

    /** Undoes what {@link #before} has done outside of the project; always called. */
    Fault after(Action undo) {
        after = undo;
        return this;
    }

    /** The verdict: the run ends well and this is in the file. Said again, also that is in that file. */
    Fault succeeds(String path, String text) {
        return succeeds(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Fault succeeds(String path, byte[] bytes) {
        Map<String, byte[]> outputs = new TreeMap<>();
        if (verdict instanceof Verdict.Succeeds so) {
            outputs.putAll(so.outputs());
        }
        outputs.put(path, bytes);
        verdict = new Verdict.Succeeds(outputs);
        return this;
    }

    /** The verdict: see {@link Verdict.Fails}. */
    Fault fails(Blame blame, String at, String message) {
        verdict = new Verdict.Fails(blame, at, message);
        return this;
    }

    /** The verdict: see {@link Verdict.Refused}. */
    Fault refused(String at, String message) {
        verdict = new Verdict.Refused(at, message);
        return this;
    }

    /** A line with this in it is logged. */
    Fault logs(String part) {
        log = part;
        return this;
    }

    /** For the whole run, the fault included. */
    Fault limit(int seconds) {
        limit = Duration.ofSeconds(seconds);
        return this;
    }

    /** Bytes for rows that are sorted or wait. */
    Fault memory(long bytes) {
        memory = bytes;
        return this;
    }

    /** The fault itself changes this file, or makes it. */
    Fault changes(String path) {
        changing.add(path);
        return this;
    }

    /** Is told in the table, and not run, when the machine cannot make it happen. */
    Fault unless(boolean impossibleHere, String reason) {
        if (impossibleHere) {
            impossible = Optional.of(reason);
        }
        return this;
    }

    int row() {
        return row;
    }

    String name() {
        return name;
    }

    byte[] descriptor() {
        return descriptor;
    }

    boolean isLua() {
        return lua;
    }

    boolean isSlow() {
        return slow;
    }

    List<Integer> shards() {
        return shards;
    }

    List<Action> settings() {
        return settings;
    }

    Action meanwhile() {
        return meanwhile;
    }

    Action after() {
        return after;
    }

    Verdict verdict() {
        return verdict;
    }

    String log() {
        return log;
    }

    Duration limit() {
        return limit;
    }

    long memory() {
        return memory;
    }

    Set<String> changing() {
        return changing;
    }

    Optional<String> impossible() {
        return impossible;
    }
}
