package io.gleamflow.local;

import io.gleamflow.flow.Head;
import io.gleamflow.plan.Body;
import io.gleamflow.plan.Exchange;
import io.gleamflow.plan.Input;
import io.gleamflow.plan.Operation;
import io.gleamflow.plan.Stage;
import io.gleamflow.problem.Place;
import io.gleamflow.report.StepCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What came to each step of a task and left it, put together of what was counted before its operations. */
final class StepCounts {

    private final Stage stage;
    private final TaskFigures figures;
    private final List<Place> places = new ArrayList<>();

    /** The rows that come to each of the places. */
    private final List<OptionalLong> came = new ArrayList<>();

    private StepCounts(Stage stage, TaskFigures figures) {
        this.stage = stage;
        this.figures = figures;
    }

    static List<StepCount> of(Stage stage, TaskFigures figures) {
        StepCounts counts = new StepCounts(stage, figures);
        counts.input();
        for (int i = 0; i < stage.front().size(); i++) {
            counts.add(stage.front().get(i).head(), figures.front().at(i));
        }
        counts.body();
        for (int i = 0; i < stage.tail().size(); i++) {
            counts.add(stage.tail().get(i).head(), figures.tail().at(i));
        }
        return counts.steps();
    }

    private void add(Head step, long rows) {
        add(step, OptionalLong.of(rows));
    }

    private void add(Head step, OptionalLong rows) {
        places.add(step.place());
        came.add(rows);
    }

    /** A step that is how rows come in: what it leaves out is not among the rows of the task. */
    private void input() {
        Input input = stage.input();
        if (input instanceof Input.Stepped stepped) {
            boolean passesOn = input instanceof Input.Concatenated || input instanceof Input.Rejected;
            add(stepped.head(), passesOn ? OptionalLong.of(figures.in().rows()) : OptionalLong.empty());
        } else if (input instanceof Input.Exchanged exchanged) {
            if (exchanged.exchange() instanceof Exchange.Range range) {
                range.step().ifPresent(step -> add(step, figures.in().rows()));
            } else if (exchanged.exchange() instanceof Exchange.Cut cut) {
                cut.step().ifPresent(step -> add(step, OptionalLong.empty()));
            }
        }
    }

    private void body() {
        if (stage.body() instanceof Body.Chain chain) {
            List<Long> told = figures.inWorker();
            for (int i = 0; i < chain.operations().size(); i++) {
                Operation operation = chain.operations().get(i);
                add(operation.head(), i < told.size() ? OptionalLong.of(told.get(i)) : OptionalLong.empty());
            }
            return;
        }
        long before = stage.front().isEmpty()
                ? figures.in().rows()
                : figures.front().at(stage.front().size());
        boolean isFirst = true;
        for (Head step : stage.body().heads()) {
            add(step, isFirst ? OptionalLong.of(before) : OptionalLong.empty());
            isFirst = false;
        }
    }

    /** The operations of one step stand together. */
    private List<StepCount> steps() {
        List<StepCount> steps = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= places.size(); to++) {
            if (to == places.size() || !places.get(to).equals(places.get(from))) {
                steps.add(new StepCount(
                        places.get(from),
                        came.get(from),
                        leftBefore(to),
                        from == 0 ? figures.partners() : Optional.empty()));
                from = to;
            }
        }
        return steps;
    }

    /** The rows that come to a place have left the one before it. */
    private OptionalLong leftBefore(int place) {
        return place == places.size() ? OptionalLong.of(figures.out().rows()) : came.get(place);
    }
}
