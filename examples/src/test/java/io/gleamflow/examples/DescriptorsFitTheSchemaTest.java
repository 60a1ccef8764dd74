package io.gleamflow.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.gleamflow.editor.FlowSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the schema for editors says of descriptors, the right ones and the wrong ones, agrees with the reader. */
class DescriptorsFitTheSchemaTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path OF_THE_ENGINE = ROOT.resolve("gleam-engine/src/test/resources");
    private static final Pattern SNIPPET = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(FlowSchema.text(), InputFormat.JSON);

    private record Descriptor(String name, String text) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Descriptor> right() throws IOException {
        List<Descriptor> found = new ArrayList<>(files(OF_THE_ENGINE.resolve("accepted")));
        found.addAll(files(OF_THE_ENGINE.resolve("runtimes")));
        found.addAll(files(ROOT.resolve("examples/src")));
        for (Path page : pages()) {
            Matcher snippet = SNIPPET.matcher(Files.readString(page));
            while (snippet.find()) {
                if (snippet.group(1).contains("steps:") || snippet.group(1).contains("datasets:")) {
                    found.add(new Descriptor(page.getFileName() + " at " + snippet.start(), snippet.group(1)));
                }
            }
        }
        return found;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("README.md")),
                            pages.filter(page -> page.toString().endsWith(".md"))
                                    .sorted())
                    .toList();
        }
    }

    private static List<Descriptor> files(Path directory) throws IOException {
        List<Descriptor> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                found.add(new Descriptor(String.valueOf(file.getFileName()), text));
            }
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("right")
    void whatIsRightFits(Descriptor descriptor) {
        // the parser behind the validator knows no such numbers
        String text = descriptor.text().replaceAll("[-+]?\\.(?:nan|inf)", "0.5");
        assertThat(SCHEMA.validate(text, InputFormat.YAML).stream().map(Error::toString))
                .isEmpty();
    }

    /** Wrong descriptors that fit nevertheless, and why a schema cannot see what is wrong. */
    private static Map<String, String> unseen() throws IOException {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/unseen-by-the-schema.txt"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(":", 2);
                reasons.put(parts[0].strip(), parts[1].strip());
            }
        }
        return reasons;
    }

    @Test
    void whatIsWrongDoesNotFitUnlessTheListSaysWhy() throws IOException {
        List<String> fitting = new ArrayList<>();
        for (Descriptor wrong : files(OF_THE_ENGINE.resolve("problems"))) {
            if (fits(wrong)) {
                fitting.add(wrong.name());
            }
        }
        assertThat(fitting).hasSameElementsAs(unseen().keySet());
        assertThat(unseen().values()).noneMatch(String::isEmpty);
    }

    private static boolean fits(Descriptor descriptor) {
        try {
            return SCHEMA.validate(descriptor.text(), InputFormat.YAML).isEmpty();
        } catch (IllegalArgumentException | tools.jackson.core.JacksonException noYaml) {
            // an editor would say so
            return false;
        }
    }
}
