package io.gleamflow.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Runs random statements in luajit and here, and compares what they print. The same statements at every run: {@code
 * -Dgleam.seed=} chooses others, {@code -Dgleam.fuzz=10} ten times as many.
 */
final class Differential {
    private static final long SEED = Long.getLong("gleam.seed", 20261124);
    private static final int FACTOR = Integer.getInteger("gleam.fuzz", 1);
    private static final int IN_A_SCRIPT = 4000;
    private static final String SHOW = """
            local function show(...)
              local values = {}
              for i = 1, select("#", ...) do
                local v = select(i, ...)
                values[i] = type(v) == "string" and string.format("%q", v) or tostring(v)
              end
              print(table.concat(values, " "))
            end
            """;

    private final Path directory;

    Differential(Path directory) {
        this.directory = directory;
    }

    /** Makes statements that call {@code show} and demands that they show the same. */
    void agree(int count, Function<Random, String> statement) throws IOException, InterruptedException {
        Random random = new Random(SEED);
        int left = count * FACTOR;
        while (left > 0) {
            int some = Math.min(left, IN_A_SCRIPT);
            agree(some, random, statement);
            left -= some;
        }
    }

    private void agree(int count, Random random, Function<Random, String> statement)
            throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder(SHOW);
        for (int i = 0; i < count; i++) {
            String source = statement.apply(random);
            script.append("print(")
                    .append(RandomLua.quoted(source))
                    .append(") do ")
                    .append(source)
                    .append(" end\n");
        }
        byte[] bytes = script.toString().getBytes(StandardCharsets.ISO_8859_1);
        List<String> ours = Scripts.run("fuzz.lua", bytes);
        List<String> theirs = LuaJit.run(directory, "fuzz.lua", bytes);
        assertThat(Scripts.differences(ours, theirs)).isEmpty();
        assertThat(ours).hasSizeGreaterThanOrEqualTo(2 * count);
    }
}
