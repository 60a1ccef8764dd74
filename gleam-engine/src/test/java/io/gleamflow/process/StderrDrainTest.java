package io.gleamflow.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StderrDrainTest {

    private final List<String> heard = new ArrayList<>();

    private List<String> drain(String text) {
        StderrDrain drain = new StderrDrain(new ByteArrayInputStream(text.getBytes(UTF_8)), heard::add);
        drain.run();
        return drain.tail();
    }

    @Test
    void linesComeWithoutTheirEnds() {
        assertThat(drain("a\r\n\nb")).containsExactly("a", "", "b");
        assertThat(heard).containsExactly("a", "", "b");
    }

    @Test
    void aLineWithoutEndComesInPieces() {
        drain("x".repeat(2 * StderrDrain.LONGEST_LINE + 1));
        assertThat(heard).extracting(String::length).containsExactly(8192, 8192, 1);
    }

    @Test
    void piecesDoNotPartCharacters() {
        for (String character : List.of("é", "€", "😀")) {
            for (int before = 0; before < 4; before++) {
                heard.clear();
                String line = "x".repeat(before) + character.repeat(2 * StderrDrain.LONGEST_LINE);
                drain(line);
                assertThat(String.join("", heard)).isEqualTo(line);
                assertThat(heard).noneMatch(piece -> piece.contains("\uFFFD"));
            }
        }
    }

    @Test
    void halfALineIsNotKept() {
        assertThat(drain("x".repeat(StderrDrain.TAIL + 1))).containsExactly("(65537 bytes before this)");
    }

    @Test
    void whatIsDroppedIsCountedAndNoLineIsCut() {
        String line = "0123456\n";
        List<String> tail = drain(line.repeat(StderrDrain.TAIL / line.length()) + "last\n");
        assertThat(tail.get(0)).isEqualTo("(8 bytes before this)");
        assertThat(tail.get(1)).isEqualTo("0123456");
        assertThat(tail).hasSize(StderrDrain.TAIL / line.length() + 1).endsWith("last");
    }

    @Test
    void nothingIsNoLine() {
        assertThat(drain("")).isEmpty();
    }
}
