package io.gleamflow.worker;

import io.gleamflow.connector.FileLine;
import io.gleamflow.connector.FilePiece;
import io.gleamflow.flow.AggregateKind;
import io.gleamflow.flow.ColumnType;
import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Conversion;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.plan.Aggregated;
import io.gleamflow.plan.LuaOperation;
import io.gleamflow.plan.RowOperation;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Control maps as they should be, and the way in for those that are not. */
public final class HostileTasks {

    private HostileTasks() {}

    /** A task with operations of several shapes, and statuses. */
    public static List<Map<String, Object>> good() {
        Columns columns = Columns.named("a", "b");
        TaskSpec spec = new TaskSpec(
                LuaRuntime.LUAJ,
                Given.STEP,
                Map.of("p", new byte[] {1}),
                List.of(Given.file("f.lua", "function f() end")),
                List.of(
                        Given.script(LuaOperation.Kind.FILTER, "a > 1", columns, List.of(0)),
                        Given.expressions(LuaOperation.Result.SET, columns, List.of(), "c", "a .. b"),
                        new RowOperation.Select(Given.head("select"), List.of(1, 0)),
                        new RowOperation.PartialCount(Given.head("count"), List.of(0)),
                        new RowOperation.Convert(
                                Given.head("types", "a"),
                                Map.of(1, new Conversion(ColumnType.DATE, Optional.of("yyyy"))),
                                List.of())),
                new TaskInput.Lines(Given.head("read"), List.of(new FilePiece("x.txt", 0, 10, 20))),
                1 << 20);
        TaskSpec ofRows = new TaskSpec(
                LuaRuntime.LUAJ,
                Given.STEP,
                Map.of(),
                List.of(),
                List.of(
                        new RowOperation.Pick(Given.head("pick"), List.of(1, 0)),
                        new RowOperation.PartialAggregate(
                                Given.head("reduce"),
                                1,
                                List.of(new Aggregated(AggregateKind.SUM, OptionalInt.of(1), 0, "column `a`")))),
                new TaskInput.Records(
                        Given.head("read"),
                        new FileFormat(
                                FileFormat.Kind.FIXED, ';', StandardCharsets.UTF_8, List.of("a", "b"), List.of(3, 5)),
                        List.of("a", "b"),
                        false,
                        List.of(new TaskInput.RecordPiece(new FilePiece("x.csv", 0, 10, 20), "x.csv"))),
                1 << 20);
        Failure failure = new Failure(Blame.SCRIPT, Given.STEP, "map", "no", List.of("one", "two"));
        TaskFailure told = new TaskFailure(
                failure, new byte[] {1, 2}, List.of("a", "b"), Optional.of(new FileLine("x.txt", 0, 3)));
        return List.of(
                TaskCodec.write(spec),
                TaskCodec.write(ofRows),
                new TaskStatus(
                                3,
                                1L << 40,
                                List.of(5L, 1L << 40),
                                new WorkerUse(7, OptionalLong.of(1), OptionalLong.of(2)),
                                Optional.empty())
                        .toMap(),
                new TaskStatus(3, 4, List.of(), WorkerUse.reading(0), Optional.of(told)).toMap(),
                new RejectedRow(1, "bad", new byte[] {1}, List.of("a"), Optional.of(new FileLine("x", 1, 2))).toMap());
    }

    /** Reads a task. */
    public static void read(Map<String, Object> control) {
        TaskCodec.read(new Control(control));
    }
}
