package io.gleamflow.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page about Lua names every function of the libraries, and its examples are right. */
class DocumentedLibrariesTest {

    private static final Path PAGE = Path.of("../docs/lua.md");
    private static final Pattern ROW = Pattern.compile("\\| `([\\w.]+)(?:\\(.*?\\))?`.* \\| `(.+)` is `(.+)` \\|");

    @TempDir
    Path directory;

    /** A row of a table: what is documented, an example, and what it gives. */
    private record Example(String name, String source, String result) {}

    private static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                examples.add(new Example(row.group(1), row.group(2), row.group(3)));
            }
        }
        return examples;
    }

    @Test
    void everyFunctionHasAnExample() throws IOException {
        Set<String> documented = examples().stream().map(Example::name).collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = new TreeSet<>(Set.of("split", "set"));
        for (String library : Libraries.NAMES) {
            LibraryMembers.of(library).forEach(member -> there.add(library + "." + member));
        }
        assertThat(documented).containsExactlyElementsOf(there);
    }

    @ParameterizedTest
    @EnumSource
    void examplesGiveWhatThePageSays(ScriptRunner runtime) throws Exception {
        List<Example> examples = examples();
        String script = examples.stream()
                .map(example -> "show_plain(" + example.source() + ")\n")
                .collect(Collectors.joining());
        byte[] printed = runtime.runWithHarness(directory, script).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(new String(printed, StandardCharsets.UTF_8).lines())
                .containsExactlyElementsOf(
                        examples.stream().map(Example::result).toList());
    }
}
