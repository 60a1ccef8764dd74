package io.gleamflow.faults;

import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.problem.InvalidFlowException;
import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds what a run has thrown and left against the verdict of its case. */
final class Judge {

    private static final int SHOWN = 200;

    private final Fault fault;
    private final Path project;

    Judge(Fault fault, Path project) {
        this.fault = fault;
        this.project = project;
    }

    /** How it ended, on one line. */
    String seen(Optional<Throwable> thrown) {
        if (thrown.isEmpty()) {
            return "succeeded";
        } else if (thrown.get() instanceof FailureException failed) {
            return "failed, " + failed.failure().blame() + ": " + failed.failure();
        } else if (thrown.get() instanceof InvalidFlowException invalid) {
            return "was refused: "
                    + invalid.problems().stream()
                            .filter(Problem::isError)
                            .findFirst()
                            .orElseThrow();
        }
        return thrown.get().toString();
    }

    /** What is wrong with the end. */
    List<String> complaints(Optional<Throwable> thrown) {
        Verdict verdict = fault.verdict();
        if (verdict instanceof Verdict.Fails fails && thrown.orElse(null) instanceof FailureException failed) {
            return failure(fails, failed.failure());
        } else if (verdict instanceof Verdict.Refused refused
                && thrown.orElse(null) instanceof InvalidFlowException invalid) {
            return problems(refused, invalid.problems());
        } else if (verdict instanceof Verdict.Succeeds && thrown.isEmpty()) {
            return List.of();
        }
        return List.of("the verdict is: " + verdict.told() + "; but it " + seen(thrown));
    }

    private List<String> failure(Verdict.Fails verdict, Failure seen) {
        List<String> wrong = new ArrayList<>();
        if (seen.blame() != verdict.blame()) {
            wrong.add("to blame is " + verdict.blame() + ", not " + seen.blame());
        }
        if (!isAt(verdict.at(), seen.place())) {
            wrong.add("the place is `" + verdict.at() + "`, not " + seen.place());
        }
        if (!seen.message().contains(verdict.message())) {
            wrong.add("`" + verdict.message() + "` is not in the message: " + seen.message());
        }
        if (!wrong.isEmpty()) {
            wrong.add(seen + "\n  " + String.join("\n  ", seen.details()));
        }
        return wrong;
    }

    private List<String> problems(Verdict.Refused verdict, List<Problem> seen) {
        boolean found = seen.stream()
                .filter(Problem::isError)
                .anyMatch(problem -> isAt(verdict.at(), problem.place())
                        && problem.toString().contains(verdict.message()));
        return found ? List.of() : List.of("the verdict is: " + verdict.told() + "; but it said " + seen);
    }

    private boolean isAt(String text, Place place) {
        if (text.isEmpty()) {
            return place.line() <= 1;
        }
        List<String> lines = new String(fault.descriptor(), StandardCharsets.ISO_8859_1)
                .lines()
                .toList();
        byte[] searched = text.getBytes(StandardCharsets.UTF_8);
        String part = new String(searched, StandardCharsets.ISO_8859_1);
        long matching = lines.stream().filter(line -> line.contains(part)).count();
        if (matching != 1) {
            throw new IllegalStateException(matching + " lines of the descriptor have `" + text + "`");
        }
        return place.line() > 0
                && place.line() <= lines.size()
                && lines.get(place.line() - 1).contains(part);
    }

    /** What is not as it was, or as the verdict says, in the files of the project. */
    List<String> changes(Snapshot before) throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> expected = new ArrayList<>(fault.changing());
        if (fault.verdict() instanceof Verdict.Succeeds succeeds) {
            for (Map.Entry<String, byte[]> output : succeeds.outputs().entrySet()) {
                expected.add(output.getKey());
                Path file = project.resolve(output.getKey());
                byte[] bytes = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
                if (!Arrays.equals(bytes, output.getValue())) {
                    wrong.add(output.getKey() + " is `" + shown(bytes) + "`, not `" + shown(output.getValue()) + "`");
                }
            }
        }
        wrong.addAll(before.without(expected).differences(Snapshot.of(project).without(expected)));
        return wrong;
    }

    private static String shown(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "... (" + bytes.length + " bytes)";
    }
}
