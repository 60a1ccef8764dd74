package io.gleamflow.worker;

import io.gleamflow.connector.FilePiece;
import io.gleamflow.flow.AggregateKind;
import io.gleamflow.flow.ColumnType;
import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Conversion;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.flow.LuaText;
import io.gleamflow.flow.Text;
import io.gleamflow.plan.Aggregated;
import io.gleamflow.plan.LuaOperation;
import io.gleamflow.plan.Operation;
import io.gleamflow.plan.RowOperation;
import io.gleamflow.problem.Place;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.ValueWriter;
import io.gleamflow.wire.FrameOutput;
import io.gleamflow.wire.Frames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What most workers do: words of lines, rows of csv, Lua in each of the usual steps, and both halves of a reduction. */
final class TrainingTasks {

    /** How many there are. */
    static final int COUNT = 4;

    private static final Place PLACE = new Place("training", 1, 1);
    private static final Columns LINE = Columns.named("line");
    private static final Columns WORD = Columns.named("word");
    private static final Columns COUNTED = Columns.named("word", "count");
    private static final String SUM = "function(a, b) return a + b end";

    private TrainingTasks() {}

    /** Lines of csv with a text and a number, and no header. */
    static final String CSV = "be,1\n\"to\",2.5\nbe,3\n";

    /** Writes the tasks, and the rows of those that read frames, as the engine would. */
    static void write(Path text, Path csv, FrameOutput out) throws IOException {
        TaskInput lines = new TaskInput.Lines(head("read"), List.of(whole(text)));
        out.control(TaskCodec.write(task(lines, words())));
        TaskInput records = new TaskInput.Records(
                head("read"),
                new FileFormat(FileFormat.Kind.CSV, ',', StandardCharsets.UTF_8, COUNTED.names(), List.of()),
                COUNTED.names(),
                false,
                List.of(new TaskInput.RecordPiece(whole(csv), "training.csv")));
        out.control(TaskCodec.write(task(records, sums())));
        out.control(TaskCodec.write(task(
                new TaskInput.Frames(), List.of(new LuaOperation.FinalReduce(head("reduce"), lua(SUM), COUNTED, 1)))));
        rows(out);
        out.control(TaskCodec.write(task(
                new TaskInput.Frames(),
                List.of(
                        script(LuaOperation.Kind.FOR_EACH, "count = 1\nreturn nil", COUNTED),
                        new RowOperation.Select(head("select"), List.of(0)),
                        new RowOperation.PartialCount(head("count"), List.of(0))))));
        rows(out);
        out.flush();
    }

    private static List<Operation> words() {
        LuaText length = new LuaText("tostring(#word + tonumber('1.5'))", PLACE, 1, false, true);
        return List.of(
                new LuaOperation.Script(
                        LuaOperation.Kind.FLAT_MAP,
                        head("flatMap", "word"),
                        lua("for word in line:lower():gmatch('%a+') do emit(word) end"),
                        LINE,
                        List.of(),
                        List.of()),
                script(LuaOperation.Kind.FILTER, "return word ~= 'or' and #word > 0", WORD),
                new LuaOperation.Expressions(
                        LuaOperation.Result.SET,
                        head("set"),
                        List.of(new LuaOperation.Expression("length", length, WORD, 1)),
                        Columns.named("word", "length"),
                        List.of()),
                script(
                        LuaOperation.Kind.MAP,
                        "local all = {}\nall[#all + 1] = word\nreturn table.concat(all) .. ('%s'):format(''), 1",
                        Columns.named("word", "length")),
                new LuaOperation.PartialReduce(head("reduce"), lua(SUM), COUNTED, 1));
    }

    private static List<Operation> sums() {
        LuaText more = new LuaText("count + 1", PLACE, 1, false, true);
        return List.of(
                new RowOperation.Convert(head("read"), Map.of(1, Conversion.to(ColumnType.NUMBER)), COUNTED.names()),
                script(LuaOperation.Kind.FILTER, "return count > 0", COUNTED),
                new LuaOperation.Expressions(
                        LuaOperation.Result.SET,
                        head("set"),
                        List.of(new LuaOperation.Expression("more", more, COUNTED, 2)),
                        Columns.named("word", "count", "more"),
                        List.of()),
                new RowOperation.Pick(head("reduce"), List.of(0, 1, 2)),
                new RowOperation.PartialAggregate(
                        head("reduce"),
                        1,
                        List.of(
                                new Aggregated(AggregateKind.COUNT, OptionalInt.empty(), 0, "count"),
                                new Aggregated(AggregateKind.SUM, OptionalInt.of(1), 0, "count"),
                                new Aggregated(AggregateKind.FIRST, OptionalInt.of(2), 0, "more"))));
    }

    private static FilePiece whole(Path file) throws IOException {
        return FilePiece.whole(file.toString(), Files.size(file));
    }

    private static void rows(FrameOutput out) throws IOException {
        for (String word : List.of("be", "be", "to")) {
            Bytes row = new Bytes(16);
            ValueWriter values = new ValueWriter(row);
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            values.string(bytes, 0, bytes.length);
            values.integer(1);
            out.row(row.array(), 0, row.length());
        }
        out.control(Map.of(Control.TYPE, Control.END));
    }

    private static TaskSpec task(TaskInput input, List<Operation> operations) {
        return new TaskSpec(
                LuaRuntime.LUAJ,
                PLACE,
                Map.of(),
                List.of(),
                operations,
                input,
                Frames.longestRow(OptionalLong.empty()));
    }

    private static Operation script(LuaOperation.Kind kind, String source, Columns before) {
        return new LuaOperation.Script(kind, head("step"), lua(source), before, List.of(), List.of());
    }

    private static Head head(String verb, String... as) {
        List<Text> names = Arrays.stream(as).map(name -> new Text(name, PLACE)).toList();
        return Head.of(verb, PLACE, Optional.empty(), names);
    }

    private static LuaText lua(String source) {
        return new LuaText(source, PLACE, 1, true, true);
    }
}
