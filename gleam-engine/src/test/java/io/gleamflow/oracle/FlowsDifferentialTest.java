package io.gleamflow.oracle;

import static org.assertj.core.api.Assertions.fail;

import io.gleamflow.Gleam;
import io.gleamflow.LuaChoice;
import io.gleamflow.Project;
import io.gleamflow.Tuning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Flows by chance, whose files must be those of the interpreter at any number of shards and with any memory.
 * {@code -Dgleam.oracle.flows=1000 -Dgleam.oracle.seed=7} asks for more, or others.
 */
class FlowsDifferentialTest {

    private static final int FLOWS = Integer.getInteger("gleam.oracle.flows", 25);
    private static final long SEED = Long.getLong("gleam.oracle.seed", 20260101L);

    /** Every so many flows have steps in Lua, for which workers must be started. */
    private static final int WITH_LUA = 12;

    private static final List<Integer> PARTITIONS = List.of(1, 2, 5);
    private static final List<OptionalLong> MEMORY =
            List.of(OptionalLong.empty(), OptionalLong.of(1 << 20), OptionalLong.of(64 << 10));

    /** For how long a smaller flow is looked for, in nanoseconds. */
    private static final long SHRINKING = 20_000_000_000L;

    @TempDir
    Path base;

    private int directories;

    /** How a flow is run. */
    private record Setting(int partitions, OptionalLong memory) {}

    /** What was wrong; the kind tells whether a smaller flow fails for the same reason. */
    private record Difference(String kind, String text) {}

    @Test
    void filesAreThoseOfThePlainInterpreter() throws IOException {
        for (int i = 0; i < FLOWS; i++) {
            one(SEED + i);
        }
    }

    /** The flow of a seed, in all settings. */
    void one(long seed) throws IOException {
        RandomFlow flow = FlowMaker.make(seed, Math.floorMod(seed, WITH_LUA) == 0);
        Map<String, byte[]> first = new HashMap<>();
        for (Setting setting : settings(flow)) {
            Optional<Difference> difference = difference(flow, setting, first);
            if (difference.isPresent()) {
                fail(report(seed, flow, setting, difference.get()));
            }
        }
    }

    /** Workers take their time, so with them each memory is tried once. */
    private static List<Setting> settings(RandomFlow flow) {
        return PARTITIONS.stream()
                .flatMap(partitions -> MEMORY.stream()
                        .filter(memory -> !flow.workers() || MEMORY.indexOf(memory) == PARTITIONS.indexOf(partitions))
                        .map(memory -> new Setting(partitions, memory)))
                .toList();
    }

    /** What differs first; {@code bytes} has the outputs of runs before, to which these must be equal, and gets them. */
    private Optional<Difference> difference(RandomFlow flow, Setting setting, Map<String, byte[]> bytes)
            throws IOException {
        Path directory = Files.createDirectory(base.resolve("flow" + ++directories));
        try {
            for (Map.Entry<String, List<List<V>>> file : flow.files().entrySet()) {
                Files.write(directory.resolve(file.getKey()), FramesFile.write(file.getValue()));
            }
            Files.writeString(directory.resolve("flow.yaml"), flow.yaml());
            run(directory, setting.partitions(), setting.memory());
            return compared(flow.expected(), directory, bytes);
        } catch (Exception | StackOverflowError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String at = Arrays.stream(cause.getStackTrace())
                    .limit(12)
                    .map(element -> "\n    at " + element)
                    .collect(Collectors.joining());
            // numbers, and names of columns in quotes, are not what makes two failures the same
            String kind = e.toString().replaceAll("`[^`]*`|[0-9]+", "_");
            return Optional.of(new Difference(kind, e + at));
        } finally {
            delete(directory);
        }
    }

    private static void run(Path directory, int partitions, OptionalLong memory) throws Exception {
        Path build = directory.resolve("target");
        Project project = new Project(directory, build.resolve("out"), build, LuaChoice.DEFAULT, Map.of(), Map.of());
        Gleam gleam = new Gleam(project);
        Tuning tuning = new Tuning(OptionalInt.of(partitions), memory);
        gleam.run(gleam.load(directory.resolve("flow.yaml")).flow(), tuning, (step, line) -> {});
    }

    private static Optional<Difference> compared(
            Map<String, Expected> expected, Path directory, Map<String, byte[]> bytes) throws IOException {
        Set<String> written = written(directory);
        if (!written.equals(expected.keySet())) {
            return Optional.of(new Difference("files", "files are " + written + ", not " + expected.keySet()));
        }
        for (Map.Entry<String, Expected> output : expected.entrySet()) {
            byte[] actual = Files.readAllBytes(directory.resolve(output.getKey()));
            Optional<String> mismatch = output.getValue().mismatch(FramesFile.read(actual));
            if (mismatch.isPresent()) {
                return Optional.of(new Difference("rows", output.getKey() + ": " + mismatch.get()));
            }
            byte[] before = bytes.putIfAbsent(output.getKey(), actual);
            if (before != null && !Arrays.equals(before, actual)) {
                return Optional.of(new Difference("setting", output.getKey() + " is not what another setting gave"));
            }
        }
        return Optional.empty();
    }

    private static Set<String> written(Path directory) throws IOException {
        Path out = directory.resolve("out");
        if (!Files.isDirectory(out)) {
            return new TreeSet<>();
        }
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> "out/" + file.getFileName()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private String report(long seed, RandomFlow flow, Setting setting, Difference difference) throws IOException {
        RandomFlow least = flow;
        Difference left = difference;
        if (!difference.kind().equals("setting")) {
            long end = System.nanoTime() + SHRINKING;
            while (System.nanoTime() < end) {
                Optional<RandomFlow> smaller = smaller(least, setting, difference.kind());
                if (smaller.isEmpty()) {
                    break;
                }
                least = smaller.get();
                left = difference(least, setting, new HashMap<>()).orElse(left);
            }
        }
        String yaml = least.yaml();
        String files = least.files().entrySet().stream()
                .filter(file -> yaml.contains("read: " + file.getKey().replaceFirst("-.*", "-")))
                .filter(file -> file.getValue().size() < 40)
                .map(file -> file.getKey() + " " + file.getValue() + "\n")
                .collect(Collectors.joining());
        return "-Dgleam.oracle.flows=1 -Dgleam.oracle.seed=" + seed + (flow.workers() ? " (with Lua)" : "") + ", "
                + setting + "\n" + yaml + files + left.text();
    }

    private Optional<RandomFlow> smaller(RandomFlow flow, Setting setting, String kind) throws IOException {
        for (RandomFlow smaller : flow.smaller()) {
            if (makesSense(smaller)
                    && difference(smaller, setting, new HashMap<>())
                            .filter(difference -> difference.kind().equals(kind))
                            .isPresent()) {
                return Optional.of(smaller);
            }
        }
        return Optional.empty();
    }

    /** Whether no step misses what a step before it gave. */
    private static boolean makesSense(RandomFlow flow) {
        try {
            flow.expected();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
