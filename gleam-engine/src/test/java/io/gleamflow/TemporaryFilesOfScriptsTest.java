package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What LuaJ's {@code os.tmpname} makes belongs to the run, so that a worker that is killed leaves nothing. */
@Timeout(60)
class TemporaryFilesOfScriptsTest {

    @TempDir
    private Path base;

    @Test
    void theyAreThereForTheWholeRunAndGoneAfterIt() throws Exception {
        TempProject project = new TempProject(base.toRealPath());
        project.run("""
                steps:
                  - rows: 1
                  - map: |
                      local name = os.tmpname()
                      local file = io.open(name, "w")
                      file:write("kept\\n")
                      file:close()
                      return name
                    as: name
                  - pipeAsArgs: cat "$1"; echo "$1"
                    as: line
                  - write: target/out.txt
                """, 1, 1 << 20);
        List<String> lines = Files.readAllLines(base.resolve("target/out.txt"));
        assertThat(lines).hasSize(2).first().isEqualTo("kept");
        assertThat(Path.of(lines.get(1))).doesNotExist();
    }
}
