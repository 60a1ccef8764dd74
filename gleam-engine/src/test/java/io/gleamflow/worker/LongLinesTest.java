package io.gleamflow.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.connector.FilePiece;
import io.gleamflow.flow.Columns;
import io.gleamflow.plan.LuaOperation;
import io.gleamflow.plan.Operation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lines of every length are read as they are, wherever the parts end in which a worker reads a file, and wherever its pieces end. */
class LongLinesTest {

    private static final int[] LENGTHS = {0, 0, 1, 2, 30, 90, 90, 90, 3000, 65534, 65535, 65536, 262143, 262144, 600000
    };
    private static final String[] ENDS = {"\n", "\n", "\n", "\r\n", "\r\r\n", "\0\n"};

    @TempDir
    private Path directory;

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            String line = text.substring(at, end < 0 ? text.length() : end);
            lines.add(end >= 0 && line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
            at = end < 0 ? text.length() : end + 1;
        }
        return lines;
    }

    @ParameterizedTest
    @EnumSource
    void areRead(WorkerRunner worker) throws Exception {
        Operation keep = Given.script(
                LuaOperation.Kind.MAP, "#line, line:sub(1, 20), line:sub(-20)", Columns.named("line"), List.of());
        for (int seed = 0; seed < 3; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 400; i++) {
                int length = LENGTHS[random.nextInt(i % 20 == 0 ? LENGTHS.length : 9)];
                text.append(i).append(".".repeat(length)).append(ENDS[random.nextInt(ENDS.length)]);
            }
            text.append(seed == 0 ? "\n\n" : seed == 1 ? "end\r" : "");
            int size = text.length();
            Path file = Files.write(
                    directory.resolve(seed + ".txt"), text.toString().getBytes(StandardCharsets.ISO_8859_1));
            List<FilePiece> pieces = new ArrayList<>();
            for (int at = 0, next; at < size; at = next) {
                next = Math.min(size, at + 1 + random.nextInt(size / 3));
                pieces.add(new FilePiece(file.toString(), at, next, size));
            }
            Outcome outcome = worker.runLines(pieces, keep);
            assertThat(outcome.failure()).isEmpty();
            String expected = lines(text.toString()).stream()
                    .map(line -> "[" + line.length() + ", " + line.substring(0, Math.min(20, line.length())) + ", "
                            + line.substring(Math.max(0, line.length() - 20)) + "]")
                    .collect(Collectors.joining("\n"));
            assertThat(outcome.text()).isEqualTo(expected.strip());
        }
    }
}
