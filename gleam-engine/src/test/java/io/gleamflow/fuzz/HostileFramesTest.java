package io.gleamflow.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.gleamflow.flow.Columns;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.Place;
import io.gleamflow.wire.FrameInput;
import io.gleamflow.wire.FrameOutput;
import io.gleamflow.wire.MalformedFrameException;
import io.gleamflow.worker.HostileTasks;
import io.gleamflow.worker.TaskFailure;
import io.gleamflow.worker.TaskStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What comes out of a pipe is frames, or is refused with the number of the frame, or the map is none. */
class HostileFramesTest {

    private static final int STREAMS = 50_000;

    private final PackedRows rows = new PackedRows();

    private static byte[] control(Map<String, Object> map) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FrameOutput out = new FrameOutput(bytes)) {
            out.control(map);
        }
        return bytes.toByteArray();
    }

    private static List<byte[]> controls() throws IOException {
        List<byte[]> frames = new ArrayList<>();
        for (Map<String, Object> map : HostileTasks.good()) {
            frames.add(control(map));
        }
        frames.add(deepControl());
        return frames;
    }

    /** The map of a list of a list and so on, which would use up the stack. */
    private static byte[] deepControl() {
        return Mutation.bytes(
                "\u00ff\u00ff\u00ff\u00ff\u00ed\u0003\0\0\u0081\u00a1a" + "\u0091".repeat(1001) + "\u0090");
    }

    @Test
    void streamsAreFramesOrRefused() throws Exception {
        List<byte[]> controls = controls();
        new Fuzz("frames", STREAMS, 512 << 10, 40)
                .run(random -> Mutation.of(List.of(stream(random, controls)), random), HostileFramesTest::read);
    }

    private byte[] stream(Random random, List<byte[]> controls) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FrameOutput out = new FrameOutput(bytes)) {
            for (int i = random.nextInt(4); i > 0; i--) {
                byte[] row = rows.make(random);
                out.row(row, 0, Math.min(500, row.length));
            }
        }
        bytes.writeBytes(controls.get(random.nextInt(controls.size())));
        return bytes.toByteArray();
    }

    private static void read(byte[] stream) throws IOException {
        // as large as rows ever are
        int largest = stream.length % 2 == 0 ? Integer.MAX_VALUE : 400;
        FrameInput in = new FrameInput(new ByteArrayInputStream(stream), largest);
        try {
            for (FrameInput.Next next = in.next(); next != FrameInput.Next.END_OF_FILE; next = in.next()) {
                assertThat(in.start()).isBetween(0, in.end());
                assertThat(in.end() - in.start()).isLessThanOrEqualTo(stream.length);
                if (next == FrameInput.Next.CONTROL) {
                    readControl(in);
                }
            }
        } catch (MalformedFrameException e) {
            assertThat(e).hasMessageMatching("(?s).* \\(frame \\d+, byte \\d+\\)");
        }
    }

    private static void readControl(FrameInput in) {
        Map<String, Object> map;
        try {
            map = in.control();
        } catch (IOException e) {
            assertThat(e).hasMessageStartingWith("a control map cannot be read: ");
            return;
        }
        try {
            TaskStatus status = TaskStatus.of(map);
            status.failure().ifPresent(failure -> told(failure));
        } catch (IOException e) {
            assertThat(e).hasMessageStartingWith("what a worker said when it ended cannot be read: ");
        }
        try {
            HostileTasks.read(map);
        } catch (IllegalArgumentException e) {
            // the engine alone sends tasks; a worker that gets something else ends with this message
            assertThat(e.getMessage()).isNotNull();
        }
    }

    private static void told(TaskFailure failure) {
        assertThat(failure.told(Path.of("/base"), text -> text).message()).isNotNull();
    }

    @Test
    void aControlMapThatWouldUseUpTheStackIsRefused() throws IOException {
        FrameInput in = new FrameInput(new ByteArrayInputStream(deepControl()), 100);
        assertThat(in.next()).isEqualTo(FrameInput.Next.CONTROL);
        assertThatIOException().isThrownBy(in::control).withMessageContaining("nested over 128 deep");
    }

    @Test
    void aFrameAsLargeAsNumbersGoIsRefusedWhateverIsAllowed() {
        byte[] length = Mutation.bytes("\u00ff\u00ff\u00ff\u007f");
        assertThatExceptionOfType(MalformedFrameException.class)
                .isThrownBy(() -> new FrameInput(new ByteArrayInputStream(length), Integer.MAX_VALUE).next())
                .withMessageContaining("is longer than");
    }

    @Test
    void aStatusOfOtherValuesIsNone() {
        assertThatIOException()
                .isThrownBy(() -> TaskStatus.of(Map.of("type", "status", "in", "many", "out", 1L, "came", Map.of())))
                .withMessage("what a worker said when it ended cannot be read: a control map has a String, not a Long");
    }

    @Test
    void aRowThatCannotBeShownDoesNotTakeThePlaceOfTheFailure() {
        byte[] deep = Mutation.bytes("\u0091".repeat(1000) + "\1");
        Failure failure = Failure.of(Blame.DATA, Place.of("flow.yaml"), "convert", "no date");
        Failure told = new TaskFailure(failure, deep, List.of(), Optional.empty()).told(Path.of("/"), text -> text);
        assertThat(told.message()).isEqualTo("no date");
        assertThat(told.details()).singleElement().asString().startsWith("row: 1001 bytes: lists and maps nested");
    }

    @Test
    void aFailureIsToldWhateverItsRowIs() throws Exception {
        Failure failure = Failure.of(Blame.DATA, Place.of("flow.yaml"), "convert", "no date");
        new Fuzz("rows of failures", STREAMS / 4, 512 << 10, 20_000)
                .run(
                        rows::make,
                        row -> told(new TaskFailure(
                                failure, row, Columns.named("a", "b").names(), Optional.empty())));
    }
}
