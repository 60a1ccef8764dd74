package io.gleamflow.plan;

import io.gleamflow.flow.Head;
import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.flow.ProgramStep;
import java.util.ArrayList;
import java.util.List;

/** What runs outside of the engine's threads. */
public sealed interface Body {

    /** Its steps, in order; one may come several times. */
    List<Head> heads();

    /** What its steps are called. */
    default List<String> titles() {
        return heads().stream().map(Head::title).toList();
    }

    /** Nothing does. */
    record None() implements Body {
        @Override
        public List<Head> heads() {
            return List.of();
        }
    }

    /** A chain of operations, at least one of them Lua, in one worker process; it reads its piece of a file itself. */
    record Chain(LuaRuntime runtime, List<Operation> operations) implements Body {
        public Chain {
            operations = List.copyOf(operations);
        }

        @Override
        public List<Head> heads() {
            List<Head> heads = new ArrayList<>();
            for (Operation operation : operations) {
                heads.add(operation.head());
            }
            return heads;
        }

        @Override
        public List<String> titles() {
            List<String> titles = new ArrayList<>();
            for (Operation operation : operations) {
                titles.add(operation.title());
            }
            return titles;
        }
    }

    /** A shell process for each key, one after the other; the rows of a key come together. */
    record PerKey(ProgramStep.Pipe step, List<Integer> keys, List<String> columns) implements Body {
        public PerKey {
            keys = List.copyOf(keys);
            columns = List.copyOf(columns);
        }

        @Override
        public List<Head> heads() {
            return List.of(step.head());
        }
    }

    /** A program that takes and gives frames. */
    record Program(ProgramStep.Exec step) implements Body {
        @Override
        public List<Head> heads() {
            return List.of(step.head());
        }
    }

    /**
     * Shell processes, the output of each the input of the next.
     *
     * @param columns names of those that the first one gets; empty when they have none
     */
    record Pipeline(List<ProgramStep.Pipe> steps, List<String> columns) implements Body {
        public Pipeline {
            columns = List.copyOf(columns);
            steps = List.copyOf(steps);
        }

        /** The step whose output becomes rows again. */
        public ProgramStep.Pipe last() {
            return steps.get(steps.size() - 1);
        }

        @Override
        public List<Head> heads() {
            return steps.stream().map(ProgramStep.Pipe::head).toList();
        }
    }

    /** A shell process for each row. */
    record PerRow(ProgramStep.PipeAsArgs step, List<String> columns) implements Body {
        public PerRow {
            columns = List.copyOf(columns);
        }

        @Override
        public List<Head> heads() {
            return List.of(step.head());
        }
    }
}
