package io.gleamflow.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.connector.FilePiece;
import io.gleamflow.flow.Columns;
import io.gleamflow.plan.LuaOperation;
import io.gleamflow.plan.Operation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The mark of UTF-8 at the start of a file is no text. */
class MarkedFilesTest {

    private static final String MARK = "\ufeff";

    private static final Columns LINE = Columns.named("line");

    @TempDir
    private Path directory;

    private Path file(String name, String text) throws Exception {
        return Files.write(directory.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private static String lines(WorkerRunner worker, List<FilePiece> pieces) throws Exception {
        Operation keep = Given.script(LuaOperation.Kind.MAP, "#line, line", LINE, List.of());
        Outcome outcome = worker.runLines(pieces, keep);
        assertThat(outcome.failure()).isEmpty();
        return outcome.rows().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @EnumSource
    void isDroppedWhereverTheFirstPieceEnds(WorkerRunner worker) throws Exception {
        Path file = file("in.txt", MARK + "a\r\n" + MARK + "b\n");
        int size = (int) Files.size(file);
        List<FilePiece> marks = new ArrayList<>();
        for (int cut = 1; cut < size; cut++) {
            marks.add(new FilePiece(file.toString(), 0, cut, size));
            marks.add(new FilePiece(file.toString(), cut, size, size));
        }
        assertThat(lines(worker, marks))
                .isEqualTo("[1, a]\n[4, \ufeffb]\n".repeat(size - 1).strip());
    }

    @ParameterizedTest
    @EnumSource
    void aFileOfNothingElseOrOfPartOfItIsRead(WorkerRunner worker) throws Exception {
        Path empty = file("empty.txt", MARK);
        Path newline = file("newline.txt", MARK + "\n");
        Path part = Files.write(directory.resolve("part.txt"), new byte[] {(byte) 0xef, (byte) 0xbb});
        assertThat(lines(worker, List.of(FilePiece.whole(empty.toString(), 3)))).isEmpty();
        assertThat(lines(worker, List.of(FilePiece.whole(newline.toString(), 4))))
                .isEqualTo("[0, ]");
        assertThat(lines(worker, List.of(FilePiece.whole(part.toString(), 2)))).startsWith("[2, ");
    }

    @ParameterizedTest
    @EnumSource
    void linesHaveTheNumbersTheyHaveWithoutIt(WorkerRunner worker) throws Exception {
        Operation fails = Given.script(LuaOperation.Kind.FILTER, "line ~= 'b' or error('no')", LINE, List.of());
        String marked = failure(worker, file("in.txt", MARK + "a\nb\n"), fails);
        assertThat(marked).contains("no").isEqualTo(failure(worker, file("in.txt", "a\nb\n"), fails));
    }

    private static String failure(WorkerRunner worker, Path file, Operation fails) throws Exception {
        return worker.runLines(List.of(FilePiece.whole(file.toString(), Files.size(file))), fails)
                .failure();
    }
}
