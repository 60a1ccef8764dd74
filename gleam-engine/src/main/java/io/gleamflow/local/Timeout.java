package io.gleamflow.local;

import io.gleamflow.flow.Head;
import io.gleamflow.flow.OnError;
import io.gleamflow.flow.TimeSpan;
import io.gleamflow.plan.Body;
import io.gleamflow.plan.Exchange;
import io.gleamflow.plan.Input;
import io.gleamflow.plan.LuaOperation;
import io.gleamflow.plan.Operation;
import io.gleamflow.plan.Stage;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long something may last, and the step that says so.
 *
 * @param blame whose affair it is when it lasts longer
 */
record Timeout(Head step, Duration span, Blame blame) implements Limit {

    /**
     * The shortest timeout of the steps that do their work together. Not of those whose timeout is for each of many processes
     * or attempts. Of several that are equal the one is named that is most likely to be the cause.
     */
    static Optional<Timeout> of(Stage stage) {
        List<Timeout> all = new ArrayList<>();
        Body body = stage.body();
        if (!(body instanceof Body.PerRow) && !(body instanceof Body.PerKey)) {
            for (Operation operation : stage.inWorker()) {
                if (operation instanceof LuaOperation) {
                    add(operation.head(), Blame.SCRIPT, all);
                }
            }
            for (Head head : body.heads()) {
                add(head, Blame.SCRIPT, all);
            }
        }
        ofInput(stage.input(), all);
        for (Operation operation : stage.ofEngine()) {
            add(operation.head(), Blame.RESOURCES, all);
        }
        Timeout shortest = null;
        for (Timeout each : all) {
            if (shortest == null || each.span.compareTo(shortest.span) < 0) {
                shortest = each;
            }
        }
        return Optional.ofNullable(shortest);
    }

    private static void ofInput(Input input, List<Timeout> all) {
        if (input instanceof Input.Printed printed) {
            add(printed.head(), Blame.SCRIPT, all);
        } else if (input instanceof Input.Stepped stepped) {
            add(stepped.head(), Blame.RESOURCES, all);
        } else if (input instanceof Input.Exchanged exchanged && exchanged.exchange() instanceof Exchange.Range range) {
            range.step().ifPresent(head -> add(head, Blame.RESOURCES, all));
        }
    }

    private static void add(Head head, Blame blame, List<Timeout> all) {
        Optional<Duration> span = head.timeout();
        if (span.isPresent() && !(head.onError() instanceof OnError.Retry)) {
            all.add(new Timeout(head, span.get(), blame));
        }
    }

    /** What one step says of each of its processes or attempts. */
    static Optional<Timeout> of(Head head, Blame blame) {
        Optional<Duration> span = head.timeout();
        return span.isPresent() ? Optional.of(new Timeout(head, span.get(), blame)) : Optional.empty();
    }

    @Override
    public Failure failure() {
        return Failure.of(blame, step.place(), step.title(), "timed out: did not end within " + TimeSpan.shown(span));
    }
}
