package io.gleamflow.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.editor.OwnFiles.Fate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFilesTest {

    @TempDir
    Path base;

    private Fate write(String text) throws IOException {
        return OwnFiles.of(base, base.resolve(".gleam")).write(base.resolve("a file.json"), text);
    }

    @Test
    void aFileIsWrittenAnewAsLongAsNobodyChangesIt() throws IOException {
        assertThat(write("one")).isEqualTo(Fate.WRITTEN);
        assertThat(write("one")).isEqualTo(Fate.UNCHANGED);
        assertThat(write("two")).isEqualTo(Fate.WRITTEN);
        assertThat(base.resolve("a file.json")).hasContent("two");
    }

    @Test
    void whatSomebodyHasChangedStays() throws IOException {
        write("one");
        Files.writeString(base.resolve("a file.json"), "mine");
        assertThat(write("two")).isEqualTo(Fate.LEFT);
        assertThat(base.resolve("a file.json")).hasContent("mine");
    }

    @Test
    void whatWasThereBeforeStaysToo() throws IOException {
        Files.writeString(base.resolve("a file.json"), "mine");
        assertThat(write("two")).isEqualTo(Fate.LEFT);
        assertThat(base.resolve("a file.json")).hasContent("mine");
    }
}
