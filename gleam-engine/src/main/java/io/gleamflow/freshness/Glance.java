package io.gleamflow.freshness;

import io.gleamflow.flow.Expectation;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.GivenRows;
import io.gleamflow.flow.LuaText;
import io.gleamflow.flow.TestCase;
import io.gleamflow.flow.TestRows;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What files that a flow depends on look like at a moment. They are not read, so it is cheap to look again and again; who
 * wants to be sure asks {@link Freshness}. Immutable.
 */
public final class Glance {

    private final Path base;
    private final SortedMap<Path, Look> files;

    private Glance(Path base, SortedMap<Path, Look> files) {
        this.base = base;
        this.files = files;
    }

    /** Looks at those of the files that are there; others are as if they had not been named. */
    public static Glance at(Path base, Collection<Path> files) {
        SortedMap<Path, Look> looks = new TreeMap<>();
        for (Path file : files) {
            try {
                looks.put(file, Look.at(file));
            } catch (IOException isNoFile) {
                // when it is one, that is a change
            }
        }
        return new Glance(base, looks);
    }

    /** Looks at the descriptor, its Lua files, the files it reads, and those of its tests. */
    public static Glance of(Flow flow, Path base) {
        Set<Path> files = new TreeSet<>(InputFiles.of(flow, base).files().values());
        add(flow.place().file(), base, files);
        flow.functions().forEach(lua -> add(lua, base, files));
        flow.datasets()
                .forEach(dataset ->
                        dataset.steps().forEach(step -> step.scripts().forEach(lua -> add(lua, base, files))));
        flow.tests().forEach(test -> add(test, base, files));
        return at(base, files);
    }

    private static void add(TestCase test, Path base, Set<Path> files) {
        test.given().stream().map(GivenRows::rows).forEach(rows -> add(rows, base, files));
        test.expected().stream()
                .map(Expectation::rows)
                .forEach(expected -> expected.ifPresent(rows -> add(rows, base, files)));
    }

    private static void add(TestRows rows, Path base, Set<Path> files) {
        if (rows instanceof TestRows.InFile file) {
            add(file.path().value(), base, files);
        }
    }

    private static void add(LuaText lua, Path base, Set<Path> files) {
        add(lua.place().file(), base, files);
    }

    private static void add(String file, Path base, Set<Path> files) {
        try {
            files.add(base.resolve(file).normalize());
        } catch (InvalidPathException noFile) {
            // the check tells of it
        }
    }

    public Set<Path> files() {
        return Set.copyOf(files.keySet());
    }

    /** The same, and the files of another one that this does not have. */
    public Glance and(Glance other) {
        SortedMap<Path, Look> all = new TreeMap<>(other.files);
        all.putAll(files);
        return new Glance(base, all);
    }

    /** The same but for some files, which are as they are in a later one. */
    public Glance with(Collection<Path> some, Glance later) {
        SortedMap<Path, Look> all = new TreeMap<>(files);
        for (Path file : some) {
            Look look = later.files.get(file);
            if (look == null) {
                all.remove(file);
            } else {
                all.put(file, look);
            }
        }
        return new Glance(base, all);
    }

    /** What is other than before, in the order of names. */
    public List<Change> since(Glance before) {
        List<Change> changes = new ArrayList<>();
        Set<Path> all = new TreeSet<>(before.files.keySet());
        all.addAll(files.keySet());
        for (Path file : all) {
            Look old = before.files.get(file);
            Look now = files.get(file);
            if (old == null || now == null) {
                changes.add(new Change(file, InputFiles.shown(file, base) + (old == null ? " is new" : " is gone")));
            } else if (!old.equals(now)) {
                changes.add(new Change(file, InputFiles.shown(file, base) + " changed"));
            }
        }
        return changes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Glance glance && glance.files.equals(files);
    }

    @Override
    public int hashCode() {
        return files.hashCode();
    }

    @Override
    public String toString() {
        return Map.copyOf(files).toString();
    }
}
