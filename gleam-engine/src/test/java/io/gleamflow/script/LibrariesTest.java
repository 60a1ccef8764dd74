package io.gleamflow.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.lua.LuaWorld;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.luaj.vm2.LuaValue;

/**
 * What the scripts in {@code libraries} print is in the {@code .txt} beside each, whichever Lua runs them. {@code
 * -Dgolden.update} writes these files anew; look at the difference before you commit it.
 */
class LibrariesTest {

    private static final Path DIRECTORY = Path.of("src/test/resources/libraries");

    @TempDir
    Path directory;

    static Stream<Arguments> scripts() {
        return Stream.concat(Stream.of("loading"), Libraries.NAMES.stream())
                .flatMap(name -> Stream.of(ScriptRunner.values()).map(runtime -> Arguments.of(name, runtime)));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void bothLuasPrintWhatIsExpected(String name, ScriptRunner runtime) throws Exception {
        String printed = runtime.runWithHarness(directory, Files.readString(DIRECTORY.resolve(name + ".lua")));
        Path golden = DIRECTORY.resolve(name + ".txt");
        if (runtime == ScriptRunner.JVM && System.getProperty("golden.update") != null) {
            Files.writeString(golden, printed, StandardCharsets.ISO_8859_1);
        }
        assertThat(golden).exists();
        assertThat(printed).isEqualTo(Files.readString(golden, StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @MethodSource("names")
    void theTextOfALibraryNamesWhatItHas(String name) {
        try (LuaWorld world = LuaWorld.create((bytes, offset, length) -> {})) {
            Libraries.into(world);
            LuaValue library = world.globals().get(name);
            library.get(LibraryMembers.of(name).first());
            Set<String> there = new TreeSet<>();
            for (LuaValue key : library.checktable().keys()) {
                there.add(key.tojstring());
            }
            assertThat(LibraryMembers.of(name)).containsExactlyElementsOf(there);
        }
    }

    static Stream<String> names() {
        return Libraries.NAMES.stream();
    }

    @Test
    void aLibraryIsLoadedWhenItIsUsed() throws IOException, InterruptedException {
        byte[] script = """
                print(next(json), next(csv))
                local decode = json.decode
                print(rawget(json, "decode") == decode, next(csv), rawequal(lib.json, json))
                """.getBytes(StandardCharsets.UTF_8);
        assertThat(ScriptRunner.JVM.run(directory, script)).isEqualTo("nil\tnil\ntrue\tnil\ttrue\n");
    }

    @Test
    void theTableHasAllThatIsAtHand() {
        try (LuaWorld world = LuaWorld.create((bytes, offset, length) -> {})) {
            Libraries.into(world);
            for (String name : Libraries.IN_TABLE) {
                LuaValue there = world.globals().get(name);
                assertThat(there.isnil()).as(name).isFalse();
                assertThat(world.globals().get(Libraries.TABLE).get(name)).isSameAs(there);
            }
        }
    }
}
