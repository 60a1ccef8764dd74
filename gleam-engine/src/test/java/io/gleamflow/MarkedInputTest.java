package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine, which reads lines itself when no script does, drops the mark of UTF-8 at the start of each file. */
class MarkedInputTest {

    @TempDir
    private Path base;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 11})
    void isInNoLineOfAnyFile(int partitions) throws Exception {
        TempProject project = new TempProject(base);
        project.file("in/1.txt", "\ufeffb\na\n")
                .file("in/2.txt", "\ufeffc\n\ufeffd\n")
                .file("in/3.txt", "\ufeff");
        project.run("""
                steps:
                  - read: in/*.txt
                  - sort: line
                  - write: out.txt
                """, partitions, 1 << 20);
        assertThat(Files.readString(base.resolve("out.txt"))).isEqualTo("a\nb\nc\n\ufeffd\n");
    }
}
