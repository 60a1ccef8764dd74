package io.gleamflow.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of differences in docs/lua.md, held on both sides: what is said here, and that luajit still says something else. */
class IntendedDifferencesTest {
    @TempDir
    private Path directory;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "select(2, pcall((function() return error('x') end)))¦d.lua:1: x¦x",
                "select(2, pcall(function() table.sort({1, 'x'}) end))¦d.lua:1: attempt to compare string with number¦attempt to compare string with number",
                "select(2, pcall(function() rawset({}, nil, 1) end))¦d.lua:1: table index is nil¦table index is nil",
                "select(2, pcall(string.gsub, 'x', 'x', '%'))¦invalid use of '%' in replacement string¦\\0",
                "#('xa\\0b'):match('a\\0b?')¦3¦1",
                "pcall(string.rep, 'x', 1e10)¦false¦true",
                "pcall(math.random, 0)¦false¦true",
                "tostring(loadstring('return 1LL'))¦nil¦function",
                "type(table.pack)¦function¦nil",
                "pcall(function() setfenv(1, {}) end)¦false¦true",
                "#debug.traceback('m')¦18¦more",
                "select(2, loadstring('f() = 1'))¦[string \"f() = 1\"]:1: syntax error near '='¦[string \"f() = 1\"]:1: unexpected symbol near '='",
            })
    void isAsDocumented(String expression, String here, String there) throws IOException, InterruptedException {
        byte[] script = Scripts.bytes("print((" + expression + "))");
        assertThat(Scripts.run("d.lua", script).get(0)).startsWith(here);

        LuaJit.assumePresent();
        String theirs = LuaJit.run(directory, "d.lua", script).get(0);
        assertThat(theirs)
                .as("luajit")
                .isNotEqualTo(Scripts.run("d.lua", script).get(0));
        if (!there.equals("more") && !there.startsWith("\\")) {
            assertThat(theirs).startsWith(there);
        }
    }
}
