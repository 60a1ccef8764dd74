package io.gleamflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.plan.LuaOperation;
import io.gleamflow.plan.RowOperation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worker for LuaJIT is whole: the compiler sees none of it. */
class LuajitProgramTest {

    private static final Path PARTS = Path.of("src/main/resources/io/gleamflow/worker/luajit");

    @TempDir
    private Path work;

    @Test
    void allPartsAreWritten() throws IOException {
        List<String> line = new LuajitProgram("luajit", work).commandLine();
        assertThat(line)
                .containsExactly("luajit", work.resolve("luajit/main.lua").toString());
        assertThat(names(work.resolve("luajit"))).isEqualTo(names(PARTS));
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everyOperationOfAChainIsKnown() throws IOException {
        String known = Files.readString(PARTS.resolve("main.lua"))
                + Files.readString(PARTS.resolve("steps.lua"))
                + Files.readString(PARTS.resolve("expressions.lua"));
        for (LuaOperation.Kind kind : LuaOperation.Kind.values()) {
            assertThat(known).contains("function steps." + kind);
        }
        for (LuaOperation.Result result : LuaOperation.Result.values()) {
            assertThat(known).contains("function expressions." + result);
        }
        Stream.of(LuaOperation.class, RowOperation.class)
                .flatMap(operations -> Arrays.stream(operations.getPermittedSubclasses()))
                .map(Class::getSimpleName)
                // the planner leaves the last two to the engine when the runtime is LuaJIT
                .filter(name -> !List.of("Script", "Pick", "PartialAggregate").contains(name))
                .map(name -> Character.toLowerCase(name.charAt(0)) + name.substring(1))
                .forEach(kind -> assertThat(known).contains("  " + kind + " = function(operation"));
    }
}
