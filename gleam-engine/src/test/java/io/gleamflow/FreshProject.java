package io.gleamflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gleamflow.flow.Flow;
import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.freshness.Removed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A project whose flows run when they have to. */
final class FreshProject {

    private final Path base;
    private final Map<String, Project.Given> params = new TreeMap<>();
    private final Map<String, String> properties = new TreeMap<>();

    private LuaChoice lua = LuaChoice.DEFAULT;

    FreshProject(Path base) {
        this.base = base;
    }

    Path path(String name) {
        return base.resolve(name);
    }

    FreshProject file(String name, String text) throws IOException {
        Path file = path(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, UTF_8);
        return this;
    }

    FreshProject param(String name, String value) {
        params.put(name, new Project.Given(value, "-Dgleam.param." + name));
        return this;
    }

    FreshProject property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    /** Lets a program run all Lua. */
    FreshProject luajit(String program) {
        lua = new LuaChoice(Optional.of(LuaRuntime.LUAJIT), program);
        return this;
    }

    Project project() {
        Path build = base.resolve("target");
        return new Project(base, build.resolve("out"), build, lua, params, properties);
    }

    Gleam gleam() {
        return new Gleam(project());
    }

    /** Runs a flow if it has to, and returns why it did; nothing when it did not. */
    List<String> update(String flow) throws Exception {
        return run(flow, false).before().reasons();
    }

    Removed removed(String flow) throws Exception {
        return run(flow, false).removed().orElseThrow();
    }

    Update run(String descriptor, boolean force) throws Exception {
        Gleam gleam = gleam();
        Flow flow = gleam.load(path(descriptor)).flow();
        return gleam.updates().update(flow, Tuning.partitions(1), force, (step, line) -> {});
    }

    List<Removed> removeGone() throws Exception {
        return gleam().updates().removeOutputsOfGoneFlows(path("flows"), line -> {});
    }

    /** All states there are. */
    List<Path> states() throws IOException {
        try (Stream<Path> files = Files.list(path("target/gleam/state/flows"))) {
            return files.sorted().toList();
        }
    }

    /** When each file and directory was changed. */
    Map<Path, FileTime> times() throws IOException {
        Map<Path, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.walk(base)) {
            for (Path file : files.toList()) {
                times.put(file, Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS));
            }
        }
        return times;
    }
}
