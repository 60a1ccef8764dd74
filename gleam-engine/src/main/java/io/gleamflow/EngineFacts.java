package io.gleamflow;

import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.flow.ProgramStep;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.process.ProgramSearch;
import io.gleamflow.run.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the outputs of a flow depend on beside the flow and its data: gleam, Java and Lua. */
final class EngineFacts {

    private EngineFacts() {}

    /** @param libraries gleam's, whose names have their versions in them */
    static Map<String, String> of(Flow flow, Project project, List<Path> libraries) {
        Map<String, String> facts = new TreeMap<>();
        List<String> gleam = new ArrayList<>();
        for (Path library : libraries) {
            gleam.add(identity(library));
        }
        facts.put("gleam", String.join(", ", gleam));
        facts.put("Java", String.valueOf(Runtime.version().feature()));
        SortedSet<LuaRuntime> runtimes = runtimes(flow);
        if (!runtimes.isEmpty()) {
            List<String> words = new ArrayList<>();
            for (LuaRuntime runtime : runtimes) {
                words.add(runtime.word());
            }
            facts.put("Lua", String.join(" and ", words));
        }
        if (runtimes.contains(LuaRuntime.LUAJIT)) {
            facts.put("luajit", luajit(project));
        }
        return facts;
    }

    private static SortedSet<LuaRuntime> runtimes(Flow flow) {
        SortedSet<LuaRuntime> runtimes = new TreeSet<>();
        for (Dataset dataset : flow.datasets()) {
            for (Step step : dataset.steps()) {
                if (!step.scripts().isEmpty()) {
                    runtimes.add(flow.defaults().runtimeOf(step.head()));
                }
            }
        }
        return runtimes;
    }

    static boolean wantsLuajit(Flow flow) {
        return runtimes(flow).contains(LuaRuntime.LUAJIT);
    }

    /** The program that is found, and its age. */
    static String luajit(Project project) {
        Optional<Path> program = ProgramSearch.find(project.lua().luajit(), project.baseDirectory());
        return program.map(EngineFacts::dated).orElse("missing");
    }

    /** What programs get from outside of the descriptor; nothing when there are none. */
    static Map<String, String> variables(Flow flow, Project project) {
        Map<String, String> variables = new TreeMap<>();
        boolean any = false;
        for (Dataset dataset : flow.datasets()) {
            for (Step step : dataset.steps()) {
                any |= step instanceof ProgramStep || step instanceof SourceStep.Command;
            }
        }
        Programs programs = project.programs();
        if (any && !programs.equals(Programs.PLAIN)) {
            variables.putAll(programs.variables());
            variables.put("inheritEnvironment", String.valueOf(programs.inherit()));
            variables.put(
                    "workingDirectory", programs.directory().map(Path::toString).orElse(""));
        }
        return variables;
    }

    /** A jar of a release never changes. */
    private static String identity(Path library) {
        String name = String.valueOf(library.getFileName());
        return name.endsWith(".jar") && !name.contains("SNAPSHOT") ? name : dated(library);
    }

    private static String dated(Path file) {
        try {
            return file + " of " + Files.getLastModifiedTime(file)
                    + (Files.isDirectory(file) ? "" : ", " + Files.size(file));
        } catch (IOException e) {
            return file.toString();
        }
    }
}
