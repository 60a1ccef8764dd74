package io.gleamflow.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.Gleam;
import io.gleamflow.LuaChoice;
import io.gleamflow.Project;
import io.gleamflow.problem.InvalidFlowException;
import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Loads descriptors in a directory, and holds that what is wrong has a message and a place that is in the file. */
final class Flows {

    /** What a step or script may name besides the descriptor. */
    private static final Pattern OTHER_FILE = Pattern.compile(".*\\.(lua|csv|txt|yaml)");

    private final Path file;
    private final Gleam gleam;

    Flows(Path base) {
        Path build = base.resolve("target");
        this.file = base.resolve("flow.yaml");
        this.gleam = new Gleam(new Project(base, build, build, LuaChoice.DEFAULT, Map.of(), Map.of()));
    }

    /** All that is wrong with a descriptor; the warnings when it is a flow. */
    List<Problem> problems(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        List<Problem> problems;
        try {
            problems = gleam.load(file).warnings();
        } catch (InvalidFlowException e) {
            problems = e.problems();
            assertThat(problems).anyMatch(Problem::isError);
        }
        long lines = lines(bytes);
        for (Problem problem : problems) {
            check(problem, bytes, lines);
        }
        return problems;
    }

    private static void check(Problem problem, byte[] bytes, long lines) {
        assertThat(problem.message()).isNotBlank().doesNotContain("defect of gleam");
        Place place = problem.place();
        if (place.file().equals("flow.yaml")) {
            assertThat(place.line() <= lines && place.column() <= bytes.length + 1)
                    .as(problem.toString())
                    .isTrue();
        } else {
            assertThat(place.file()).as(problem.toString()).matches(OTHER_FILE);
        }
    }

    /** As many as there can be, whatever ends a line. */
    private static long lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).split("\r\n|[\n\r\u0085\u2028\u2029]", -1).length;
    }
}
