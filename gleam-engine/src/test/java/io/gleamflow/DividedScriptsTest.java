package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lua that remembers what it has seen, in shards of its own: with {@code by}, those of equal keys are the same. */
@Timeout(120)
class DividedScriptsTest {

    private static final String GENERAL = """
              - lua: |
                  local seen = {}
                  function process(row, emit)
                    seen[row.key] = (seen[row.key] or 0) + 1
                  end
                  function finish(emit)
                    for key, count in pairs(seen) do emit(key, count) end
                  end
                as: [key, count]
            """;

    private static final String FOR_EACH = """
              - forEach: |
                  if not isKnown(key) then emit(key) end
                as: key
            """;

    @TempDir
    Path base;

    private TempProject project;

    @BeforeEach
    void project() {
        project = new TempProject(base);
    }

    private List<String> lines(String step, String options) throws Exception {
        String flow = """
                functions: |
                  local known = {}
                  function isKnown(key)
                    local was = known[key]
                    known[key] = true
                    return was
                  end
                steps:
                  - rows: 1000
                  - set: {key: n % 7}
                """ + step + options.indent(4) + "  - write: target/out.txt\n";
        return project.run(flow, 3, 1 << 20)
                .getOrDefault("out.txt", "")
                .lines()
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 11})
    void equalKeysAreInOneShardOfAGeneralStep(int partitions) throws Exception {
        assertThat(lines(GENERAL, "partitions: " + partitions + "\nby: key"))
                .containsExactly("0\t142", "1\t143", "2\t143", "3\t143", "4\t143", "5\t143", "6\t143");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 11})
    void equalKeysAreInOneShardOfAForEach(int partitions) throws Exception {
        assertThat(lines(FOR_EACH, "partitions: " + partitions + "\nby: key"))
                .containsExactly("0", "1", "2", "3", "4", "5", "6");
    }

    @Test
    void withoutKeysShardsArePieces() throws Exception {
        assertThat(lines(GENERAL, "partitions: 2")).hasSize(14);
        assertThat(lines(FOR_EACH, "partitions: 2")).hasSize(14);
    }
}
