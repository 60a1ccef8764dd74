package io.gleamflow.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What SECURITY.md says of Lua on the JVM. */
class NothingExposedTest {

    @TempDir
    Path directory;

    @Test
    void thereIsNoWayToJava() {
        assertThat(Scripts.result("return luajava, package.loaded.luajava, package.preload.luajava, package.loadlib"))
                .isEqualTo("nil nil nil nil");
        assertThat(Scripts.result("return #package.loaders, package.cpath")).isEqualTo("2 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "luajava",
                "java.lang.System",
                "org.luaj.vm2.lib.jse.LuajavaLib",
                "org/luaj/vm2/lib/jse/LuajavaLib",
                "io.gleamflow.lua.LuaWorld"
            })
    void requireLoadsNoClasses(String name) {
        assertThat(Scripts.result("return pcall(require, '" + name + "')"))
                .startsWith("false module '" + name + "' not found:")
                .doesNotContain(".class");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\27Lua", "\\27LuaQ\\0\\1\\4\\8", "\\27LJ\\2\\2", "\\27"})
    void bytecodeIsNotLoaded(String start) throws IOException {
        for (String load : new String[] {
            "load('" + start + "')",
            "load('" + start + "', 'x', 'b')",
            "load('" + start + "', 'x', 'bt')",
            "loadstring('" + start + "')",
            "load(coroutine.wrap(function() coroutine.yield('" + start + "') end))",
        }) {
            assertThat(Scripts.result("return " + load)).as(load).startsWith("nil ");
        }
    }

    @Test
    void bytecodeInFilesIsNotLoaded() throws IOException {
        Path file = Files.write(directory.resolve("code.lua"), new byte[] {27, 'L', 'u', 'a', 'Q', 0, 1, 4, 8});
        String path = "'" + file + "'";
        assertThat(Scripts.result("return loadfile(" + path + ")"))
                .startsWith("nil ")
                .contains("bytecode");
        assertThat(Scripts.result("return pcall(dofile, " + path + ")"))
                .startsWith("false ")
                .contains("bytecode");
        assertThat(Scripts.result("package.path = '" + directory + "/?.lua' return pcall(require, 'code')"))
                .startsWith("false ")
                .contains("bytecode");
    }

    @Test
    void functionsGiveNoBytecode() {
        assertThat(Scripts.result("return string.dump and pcall(string.dump, function() end)"))
                .isEqualTo("false");
    }
}
