package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rows of which nobody knows before the run how many columns they have. */
@Timeout(120)
class UnnamedColumnsTest {

    @TempDir
    Path base;

    private String output(String steps) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no sh");
        String flow = """
                steps:
                  - rows: [[a, 1, x], [b, 2, y], [a, 3, z]]
                  - pipe: cat
                """ + steps.indent(2) + "  - write: target/out.txt\n";
        return new TempProject(base).run(flow, 2, 1 << 20).getOrDefault("out.txt", "");
    }

    @Test
    void aggregatesSeeTheColumnsTheyMention() throws Exception {
        assertThat(output("""
                - reduce:
                    most: max(row[ --[[the second]] 2 ] .. "!")
                    all: sum(tonumber(_2) * 10)
                    last: last(row[3] .. _1)
                  by: 1
                - sort
                """)).isEqualTo("a\t3!\t40\tza\nb\t2!\t20\tyb\n");
    }

    @Test
    void aColumnIsSetByItsPosition() throws Exception {
        assertThat(output("""
                - set:
                    _3: _3 .. _1
                    _2: _3
                """)).isEqualTo("a\txa\txa\nb\tyb\tyb\na\tza\tza\n");
    }
}
