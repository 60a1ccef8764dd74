package io.gleamflow.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceDirectoryTest {

    @TempDir
    Path directory;

    private final SourceDirectory search = new SourceDirectory(List.of("**/*.yaml", "**/*.yml"), List.of("drafts/**"));

    @Test
    void findsDescriptorsBelowInTheOrderOfTheirPaths() throws Exception {
        files("b.yaml", "a/z.yml", "a/script.lua", "drafts/c.yaml", "readme.txt");
        assertThat(search.flows(directory)).extracting(FlowFile::name).containsExactly("z", "b");
    }

    @Test
    void findsNothingWhereThereIsNoDirectory() throws Exception {
        assertThat(search.flows(directory.resolve("absent"))).isEmpty();
    }

    @Test
    void refusesTwoFlowsOfOneName() throws Exception {
        files("orders.yaml", "old/orders.yml");
        assertThatThrownBy(() -> search.flows(directory))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("two flows are called `orders`");
    }

    @Test
    void aNameIsTheFileNameWithoutItsLastExtension() {
        assertThat(FlowFile.at(Path.of("x", "v1.2-words.yaml")).name()).isEqualTo("v1.2-words");
    }

    private void files(String... names) throws IOException {
        for (String name : names) {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "");
        }
    }
}
