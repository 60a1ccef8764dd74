package io.gleamflow.local;

import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.TimeSpan;
import io.gleamflow.plan.Stage;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.Place;
import io.gleamflow.run.RunOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long a task may last in whole, with all its attempts and all the processes of rows and keys. Which of its steps is the
 * cause is not known, so all are named.
 *
 * @param place of the first step
 */
record StageTimeout(Stage stage, Place place, Duration span) implements Limit {

    /** What the options say; nothing where a step has a timeout of its own: who wrote it has thought of how long it takes. */
    static Optional<StageTimeout> of(Stage stage, Flow flow, RunOptions options) {
        Optional<Duration> span = options.stageTimeout();
        List<Head> heads = stage.heads();
        if (span.isEmpty() || heads.stream().anyMatch(head -> head.timeout().isPresent())) {
            return Optional.empty();
        }
        Place place = heads.isEmpty() ? flow.place() : heads.get(0).place();
        return Optional.of(new StageTimeout(stage, place, span.get()));
    }

    @Override
    public Failure failure() {
        Blame blame = stage.hasBody() ? Blame.SCRIPT : Blame.RESOURCES;
        String message = "timed out: did not end within " + TimeSpan.shown(span) + ", which is gleam.stageTimeout";
        return Failure.of(blame, place, stage.title(), message);
    }
}
