package io.gleamflow.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineNumbersTest {

    @TempDir
    Path base;

    @Test
    void theLinesBeforeAPieceAreCountedOnce() throws Exception {
        Path file = Files.writeString(base.resolve("in.txt"), "a\nb\nc\nd\n");
        LongFunction<OptionalLong> numbers = LineNumbers.ofPiece(new FileLine(file.toString(), 4, 0));
        assertThat(numbers.apply(1)).hasValue(3);
        Files.delete(file);
        assertThat(numbers.apply(2)).hasValue(4);
        assertThat(LineNumbers.ofPiece(new FileLine(file.toString(), 4, 0)).apply(1))
                .isEmpty();
    }
}
