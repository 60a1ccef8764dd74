package io.gleamflow.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random records are written as a peer of ten lines writes them, and read back; so are several of them in one text. */
class CsvDifferentialTest {

    private static final int RECORDS = 1_000;
    private static final String[] PIECES = {"a", "b", " ", ",", ";", "\"", "\n", "\r\n", "\r", "é", "\t", "'", "\\", "0"
    };

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void recordsAreWrittenAsAPeerWritesThemAndReadBack(ScriptRunner runtime) throws Exception {
        Random random = new Random(7);
        StringBuilder script = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            char separator = ",;\t".charAt(random.nextInt(3));
            List<String> fields = fields(random);
            String record = record(fields, separator);
            String literal = ScriptRunner.literal(record);
            String fieldsInLua = fields.stream().map(ScriptRunner::literal).collect(Collectors.joining(", ", "{", "}"));
            script.append("show_escaped(csv.format(%s, %s))\n"
                    .formatted(fieldsInLua, ScriptRunner.literal(String.valueOf(separator))));
            script.append("show_escaped(csv.parse(%s .. %s, %s))\n"
                    .formatted(
                            literal,
                            random.nextBoolean() ? "\"\\r\\n\"" : "\"\"",
                            ScriptRunner.literal(String.valueOf(separator))));
            expected.add(ScriptRunner.shown(record));
            expected.add(shown(fields));
        }
        assertThat(runtime.runWithHarness(directory, script.toString()).lines()).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @EnumSource
    void allRecordsOfATextAreRead(ScriptRunner runtime) throws Exception {
        Random random = new Random(8);
        StringBuilder script = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < RECORDS / 5; i++) {
            List<List<String>> records = IntStream.range(0, random.nextInt(6))
                    .mapToObj(j -> fields(random))
                    .toList();
            String text = records.stream()
                    .map(fields -> record(fields, ',') + (random.nextBoolean() ? "\r\n" : "\n\n"))
                    .collect(Collectors.joining());
            script.append("show_escaped(csv.parseAll(%s))\n".formatted(ScriptRunner.literal(text)));
            expected.add(records.stream().map(CsvDifferentialTest::shown).collect(Collectors.joining(", ", "{", "}")));
        }
        assertThat(runtime.runWithHarness(directory, script.toString()).lines()).containsExactlyElementsOf(expected);
    }

    private static List<String> fields(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(5))
                .mapToObj(i -> IntStream.range(0, random.nextInt(5))
                        .mapToObj(j -> PIECES[random.nextInt(PIECES.length)])
                        .collect(Collectors.joining()))
                .toList();
    }

    private static String shown(List<String> fields) {
        return fields.stream().map(ScriptRunner::shown).collect(Collectors.joining(", ", "{", "}"));
    }

    /** The peer. */
    private static String record(List<String> fields, char separator) {
        if (fields.equals(List.of(""))) {
            return "\"\"";
        }
        return fields.stream()
                .map(field -> field.chars().anyMatch(c -> c == separator || c == '"' || c == '\n' || c == '\r')
                        ? '"' + field.replace("\"", "\"\"") + '"'
                        : field)
                .collect(Collectors.joining(String.valueOf(separator)));
    }
}
