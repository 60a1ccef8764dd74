package io.gleamflow.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.gleamflow.Gleam;
import io.gleamflow.LuaChoice;
import io.gleamflow.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents say is true: their flows are flows, and the classes, packages and files they name exist. */
class DocumentsIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CODE_NAME = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)(?:\\.(\\w+))?`");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]+)\\)");

    @TempDir
    Path directory;

    /** A block of YAML and where it stands. */
    record Example(String document, int number, String yaml) {
        @Override
        public String toString() {
            return document + ", example " + number;
        }
    }

    static Stream<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        for (String document :
                List.of("README.md", "docs/concepts.md", "docs/descriptor.md", "docs/exec.md", "docs/how-to.md")) {
            Matcher block = YAML.matcher(text(document));
            while (block.find()) {
                examples.add(new Example(document, examples.size() + 1, block.group(1)));
            }
        }
        return examples.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyFlowInADocumentPassesTheCheck(Example example) throws Exception {
        Path flow = Files.writeString(directory.resolve("example.yaml"), example.yaml());
        Map<String, String> maven = Map.of("project.build.directory", "target");
        Project project = new Project(
                Path.of("").toAbsolutePath(), Path.of("target"), Path.of("target"), LuaChoice.DEFAULT, Map.of(), maven);
        assertThatCode(() -> new Gleam(project).load(flow)).doesNotThrowAnyException();
    }

    @Test
    void theFlowOfTheReadmeIsAnExampleOfOurs() throws IOException {
        Matcher first = YAML.matcher(text("README.md"));
        assertThat(first.find()).isTrue();
        assertThat(text("examples/src/main/gleam/top-words.yaml")).isEqualTo(first.group(1));
    }

    @Test
    void everyExampleIsInTheListOfExamples() throws IOException {
        String readme = text("examples/README.md");
        try (Stream<Path> flows = Files.walk(Path.of("src"))) {
            assertThat(flows.map(path -> path.getFileName().toString()).filter(name -> name.endsWith(".yaml")))
                    .isNotEmpty()
                    .allSatisfy(flow -> assertThat(readme).contains("`" + flow.replace(".yaml", "") + "`"));
        }
    }

    @Test
    void theProgramOfTheDocumentIsTheOneOfTheExample() throws IOException {
        assertThat(text("docs/exec.md"))
                .contains(text("examples/src/optional/gleam/frames.py"))
                .contains(text("examples/src/optional/gleam/score.py"))
                .contains(text("examples/src/optional/gleam/score.yaml"));
    }

    @Test
    void theJavaOfTheDocumentIsThatOfTests() throws IOException {
        String tests = text("gleam-junit/src/test/java/io/gleamflow/junit/CustomersTest.java")
                + text("gleam-junit/src/test/java/io/gleamflow/junit/FromJavaTest.java");
        Matcher java = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL).matcher(text("docs/java.md"));
        assertThat(java.results().map(block -> block.group(1)))
                .hasSize(2)
                .allSatisfy(block -> assertThat(tests).contains(block));
    }

    @Test
    void everyClassAndMethodInTheArchitectureExists() throws IOException {
        Matcher name = CODE_NAME.matcher(text("ARCHITECTURE.md"));
        while (name.find()) {
            String source = source(name.group(1));
            assertThat(source).as(name.group(1)).isNotEmpty();
            if (name.group(2) != null) {
                assertThat(source).contains(" " + name.group(2) + "(");
            }
        }
    }

    @Test
    void everyPackageHasItsSentenceInTheArchitecture() throws IOException {
        String architecture = text("ARCHITECTURE.md");
        try (Stream<Path> packages = Files.list(ROOT.resolve("gleam-engine/src/main/java/io/gleamflow"))) {
            assertThat(packages.filter(Files::isDirectory).map(path -> "| `" + path.getFileName() + "` |"))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(architecture).contains(row));
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(String document) throws IOException {
        Matcher link = LINK.matcher(text(document));
        while (link.find()) {
            assertThat(ROOT.resolve(document).resolveSibling(link.group(1))).exists();
        }
    }

    static Stream<String> documents() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .map(path -> ROOT.relativize(path).toString())
                    .filter(name -> name.endsWith(".md"))
                    .toList()
                    .stream();
        }
    }

    private static String text(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }

    /** The source of a top-level class in any module, or nothing. */
    private static String source(String simpleName) throws IOException {
        for (String module : List.of("gleam-engine", "gleam-maven-plugin", "gleam-lua")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                Path file = files.filter(path -> path.endsWith(simpleName + ".java"))
                        .findFirst()
                        .orElse(null);
                if (file != null) {
                    return Files.readString(file);
                }
            }
        }
        return "";
    }
}
