package io.gleamflow.benchmarks;

import io.gleamflow.lua.LuaSyntaxException;
import io.gleamflow.lua.LuaWorld;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaString;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Finding the words of a line: by a script on LuaJ, and by a loop in Java that is the least it can cost. For each word. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class WordSearch {

    private static final int WORDS = 4096;
    private static final String COUNT = """
            local text = ...
            local n = 0
            for word in text:gmatch("%w+") do
              n = n + #word
            end
            return n
            """;
    private static final String FIND = """
            local text = ...
            return text:find("not in it", 1, true)
            """;

    private final byte[] text =
            "The quick, brown fox-jumped over. ".repeat(WORDS / 6).getBytes(StandardCharsets.US_ASCII);
    private final LuaString line = LuaString.valueOf(text);
    private final LuaWorld world = LuaWorld.create((bytes, start, length) -> {});
    private final LuaFunction count = function(COUNT);
    private final LuaFunction find = function(FIND);

    private LuaFunction function(String source) {
        try {
            return world.load(source.getBytes(StandardCharsets.US_ASCII), "benchmark", 1);
        } catch (LuaSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Benchmark
    @OperationsPerInvocation(WORDS)
    public double gmatch() {
        return count.call(line).todouble();
    }

    @Benchmark
    @OperationsPerInvocation(WORDS)
    public boolean plainFind() {
        return find.call(line).isnil();
    }

    @Benchmark
    @OperationsPerInvocation(WORDS)
    public int loop() {
        int letters = 0;
        for (byte b : text) {
            if (b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9') {
                letters++;
            }
        }
        return letters;
    }
}
