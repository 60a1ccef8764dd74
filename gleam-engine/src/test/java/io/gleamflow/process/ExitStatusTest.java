package io.gleamflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitStatusTest {

    @ParameterizedTest
    @CsvSource({
        "0, exit status 0",
        "3, exit status 3",
        "126, not executable (126)",
        "127, command not found (127)",
        "137, killed by SIGKILL (137) - out of memory?",
        "139, killed by SIGSEGV (139)",
        "141, killed by SIGPIPE (141) - nothing read its output to the end",
        "200, exit status 200"
    })
    void numbersBecomeWords(int code, String words) {
        assertThat(ExitStatus.of(code)).hasToString(words);
    }
}
