package io.gleamflow.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.Gleam;
import io.gleamflow.LuaChoice;
import io.gleamflow.Project;
import io.gleamflow.flow.Flow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateTest {

    @TempDir
    Path base;

    static List<String> names() {
        return Template.NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatANewcomerBeginsWithIsRightAndHasATest(String name) throws Exception {
        Map<String, String> files = Template.files(name);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = base.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Path target = base.resolve("target");
        Project project = new Project(base, target, target, LuaChoice.DEFAULT, Map.of(), Map.of());
        Path descriptor = base.resolve(files.keySet().iterator().next());
        Gleam.Loaded loaded = new Gleam(project).load(descriptor);
        Flow flow = loaded.flow();
        assertThat(loaded.warnings()).isEmpty();
        assertThat(flow.tests()).isNotEmpty();
        assertThat(flow.description()).isPresent();
        assertThat(files.get("src/main/gleam/" + flow.name() + ".yaml")).startsWith("# yaml-language-server: $schema=");
    }
}
