package io.gleamflow.worker;

import io.gleamflow.problem.Failure;
import io.gleamflow.row.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** What came of a task: its rows, and its failure as people are told it, or an empty text. */
record Outcome(List<List<Value>> rows, String failure) {

    Outcome {
        rows = List.copyOf(rows);
    }

    static Outcome of(List<List<Value>> rows, TaskStatus status) {
        return new Outcome(rows, status.failure().map(Outcome::told).orElse(""));
    }

    private static String told(TaskFailure failure) {
        Failure told = failure.told(Path.of("").toAbsolutePath(), UnaryOperator.identity());
        return told.blame() + " " + told.place() + " " + told.step() + ": " + told.message() + " " + told.details();
    }

    /** The rows as one text, to be looked at. */
    String text() {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(row).append('\n'));
        return text.append(failure).toString().strip();
    }
}
