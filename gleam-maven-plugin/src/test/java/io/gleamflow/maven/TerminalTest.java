package io.gleamflow.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The live line in a terminal of the system, and its absence in a pipe. */
@Timeout(120)
class TerminalTest {

    private static final String CLEAR = "\r\u001b[2K";

    @TempDir
    Path base;

    private String output(List<String> before) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ShownAtATerminal.class.getName()));
        Path out = base.resolve("out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .start();
        try {
            assertThat(process.waitFor()).isZero();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(out, StandardCharsets.ISO_8859_1);
    }

    /** What remains to be seen when a line is cleared. */
    private static String seen(String output) {
        StringBuilder seen = new StringBuilder();
        for (String line : output.replace("\r\n", "\n").split("\n", -1)) {
            seen.append(line.substring(line.lastIndexOf(CLEAR) < 0 ? 0 : line.lastIndexOf(CLEAR) + CLEAR.length()));
            seen.append('\n');
        }
        return seen.toString().strip();
    }

    @Test
    void aTerminalShowsTheLiveLineAndKeepsTheLogWhole() throws Exception {
        boolean hasPython = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory).resolve("python3")));
        Assumptions.assumeTrue(hasPython, "no python3");
        String output = output(List.of("python3", "-c", "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)"));
        assertThat(output).contains("weblog  [##------------------]   10 %  1 row", "weblog  [######----");
        assertThat(seen(output)).isEqualTo("[info] line 1\n[info] line 2\n[info] line 3\n[info] end");
    }

    @Test
    void aPipeGetsTheLogAlone() throws Exception {
        assertThat(output(List.of())).isEqualTo("[info] line 1\n[info] line 2\n[info] line 3\n[info] end\n");
    }
}
