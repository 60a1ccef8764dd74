package io.gleamflow.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random calls, the same at every run, must print the same in luajit and here. {@code -Dgleam.fuzz=10} makes ten times as many,
 * {@code -Dgleam.seed=7} others.
 */
class FuzzTest {
    private static final long SEED = Long.getLong("gleam.seed", 20261124);
    private static final int FACTOR = Integer.getInteger("gleam.fuzz", 1);
    private static final int PROMISED = 100_000;
    private static final int CHUNK = 1500;
    private static final int SHOWN = 10;

    /** A marker line before each statement tells whose lines those after it are. */
    private static final String PRELUDE = """
            local function show(...)
              local values = {}
              for i = 1, select("#", ...) do
                local v = select(i, ...)
                local kind = type(v)
                values[i] = kind == "string" and string.format("%q", v) or (kind == "table" or kind == "function") and kind or tostring(v)
              end
              print(table.concat(values, " "))
            end
            local function place(e) return type(e) == "string" and e:gsub("^fuzz.lua:%d+: ", "") or e end
            """;

    private static final String MARKER = "#statement ";

    @TempDir
    private Path directory;

    @BeforeEach
    void luajitIsThere() {
        LuaJit.assumePresent();
    }

    static List<FuzzCases> cases() {
        return FuzzCases.all();
    }

    @Test
    void thereAreAsManyCasesAsPromised() {
        assertThat(cases().stream().mapToInt(FuzzCases::count).sum()).isEqualTo(PROMISED);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithLuajit(FuzzCases cases) throws IOException, InterruptedException {
        RandomLua random = new RandomLua(SEED ^ cases.name().hashCode());
        List<String> differences = new ArrayList<>();
        for (int left = cases.count() * FACTOR; left > 0 && differences.size() < SHOWN; left -= CHUNK) {
            List<String> statements = new ArrayList<>();
            for (int i = Math.min(left, CHUNK); i > 0; i--) {
                statements.add(cases.statement().apply(random));
            }
            compare(statements, differences);
        }
        assertThat(differences).isEmpty();
    }

    private void compare(List<String> statements, List<String> differences) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder(PRELUDE);
        for (int i = 0; i < statements.size(); i++) {
            script.append("print('").append(MARKER).append(i).append("') do ");
            script.append(statements.get(i)).append(" end\n");
        }
        byte[] bytes = script.toString().getBytes(StandardCharsets.UTF_8);
        FutureTask<List<String>> luajit = started(() -> LuaJit.run(directory, "fuzz.lua", bytes));
        List<List<String>> ours = byStatement(Scripts.run("fuzz.lua", bytes));
        List<List<String>> theirs = byStatement(result(luajit));
        assertThat(theirs).hasSize(statements.size());
        for (int i = 0; i < statements.size() && differences.size() < SHOWN; i++) {
            List<String> here = i < ours.size() ? ours.get(i) : List.of("nothing");
            if (!here.equals(theirs.get(i))) {
                differences.add(statements.get(i) + "\n  here:   " + here + "\n  luajit: " + theirs.get(i));
            }
        }
    }

    private static FutureTask<List<String>> started(Callable<List<String>> work) {
        FutureTask<List<String>> task = new FutureTask<>(work);
        new Thread(task, "luajit").start();
        return task;
    }

    private static List<String> result(FutureTask<List<String>> task) throws IOException, InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }

    private static List<List<String>> byStatement(List<String> printed) {
        List<List<String>> lines = new ArrayList<>();
        for (String line : printed) {
            if (line.startsWith(MARKER)) {
                lines.add(new ArrayList<>());
            } else {
                lines.get(lines.size() - 1).add(line);
            }
        }
        return lines;
    }
}
