package io.gleamflow.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code os.exit} ends luajit with the code that it ends a script with here. What it refuses, it refuses in both. */
class ExitTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "1",
                "2",
                "3",
                "127",
                "255",
                "256",
                "-1",
                "1.9",
                "nil",
                "true",
                "false",
                "'3'",
                "'0x10'",
                "' 4 '",
                "0, true",
                "5, false",
                "true, true",
                "1 + 1, 'ignored'",
            })
    void endsWithTheSameCode(String arguments) throws IOException, InterruptedException {
        try (LuaWorld world = LuaWorld.create((bytes, offset, length) -> {})) {
            assertThatExceptionOfType(ScriptExit.class)
                    .isThrownBy(() -> world.load(Scripts.bytes("os.exit(" + arguments + ")"), "x", 1)
                            .call())
                    .extracting(exit -> exit.code() & 0xff)
                    .isEqualTo(codeOfLuajit(arguments));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"'x'", "{}", "print", "''"})
    void refusesWhatIsNoCode(String argument) throws IOException, InterruptedException {
        assertThat(Scripts.failure("os.exit(" + argument + ")").message())
                .startsWith("bad argument #1 to 'exit' (number expected, got ");
        assertThat(codeOfLuajit(argument)).isEqualTo(1);
    }

    private static int codeOfLuajit(String arguments) throws IOException, InterruptedException {
        LuaJit.assumePresent();
        Process process = new ProcessBuilder("luajit", "-e", "os.exit(" + arguments + ")")
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }
}
