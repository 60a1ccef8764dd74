package io.gleamflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.Defaults;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Param;
import io.gleamflow.flow.Wording;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.problem.Place;
import io.gleamflow.row.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecretsTest {

    private static final Place PLACE = Place.of("flow.yaml");

    private static Secrets secrets(String... values) {
        List<Param> params = Stream.of(values)
                .map(value -> new Param("p", PLACE, Value.Str.of(value), true, "default"))
                .toList();
        return Secrets.of(new Flow(
                "flow", PLACE, Optional.empty(), params, List.of(), List.of(), Defaults.NONE, List.of(), Wording.NONE));
    }

    @Test
    void secretsThatOverlapHaveOneMask() {
        assertThat(secrets("abcd", "cdef").hidden("xabcdefx cdefabcd")).isEqualTo("x***x ***");
        assertThat(secrets("aa").hidden("baaab")).isEqualTo("b***b");
        assertThat(secrets("inner", "the inner one").hidden("the inner one, inner"))
                .isEqualTo("***, ***");
    }

    @Test
    void aMaskIsNotMaskedAgain() {
        assertThat(secrets("*", "secret").hidden("a secret * b")).isEqualTo("a *** *** b");
    }

    @Test
    void nothingIsAnExpression() {
        assertThat(secrets(".*", "$1").hidden("abc .* $1 \\.*")).isEqualTo("abc *** *** \\***");
    }

    @Test
    void emptyAndBlankSecretsHideNothing() {
        Secrets secrets = secrets("", " ", "\n");
        assertThat(secrets.hidden("a b\nc")).isEqualTo("a b\nc");
    }

    @Test
    void theStartOfASecretBeforeACutIsHidden() {
        Secrets secrets = secrets("correct horse");
        assertThat(secrets.hidden("`correct h…` and correct ... and correc …"))
                .isEqualTo("`***…` and ***... and *** …");
        assertThat(secrets.hidden("of course…")).isEqualTo("of course…");
    }

    @Test
    void causesAreHiddenAndKeepTheirStackTraces() {
        IllegalStateException cause = new IllegalStateException("it is correct horse", new Exception("correct horse"));
        FailureException thrown = new FailureException(Failure.of(Blame.DATA, PLACE, "map", "no correct horse"), cause);
        FailureException hidden = secrets("correct horse").hidden(thrown);
        assertThat(hidden).hasMessage("flow.yaml: map failed: no ***").hasStackTraceContaining("it is ***");
        assertThat(hidden.getStackTrace()).isEqualTo(thrown.getStackTrace());
        assertThat(Objects.requireNonNull(hidden.getCause()).getStackTrace()).isEqualTo(cause.getStackTrace());
        assertThat(hidden).hasRootCauseMessage("java.lang.Exception: ***");
        assertThat(secrets().hidden(thrown)).isSameAs(thrown);
    }

    @Test
    void linesInPiecesAreHiddenAsWholeOnesAre() {
        Random random = new Random(11);
        String[] values = {"abcab", "bca", "cabc-", "aaaa", "é-a"};
        Secrets secrets = secrets(values);
        for (int round = 0; round < 200; round++) {
            StringBuilder line = new StringBuilder();
            while (line.length() < 30_000) {
                line.append(
                        random.nextInt(3) == 0
                                ? values[random.nextInt(values.length)]
                                : "abcé-".charAt(random.nextInt(5)));
            }
            List<String> shown = new ArrayList<>();
            Consumer<String> pieces = secrets.inPieces(shown::add);
            for (String piece : pieces(line.toString())) {
                pieces.accept(piece);
            }
            assertThat(oneMask(String.join("", shown))).isEqualTo(secrets.hidden(line.toString()));
        }
    }

    /** Where a piece ends between two secrets, each has a mask. */
    private static String oneMask(String text) {
        return text.replaceAll("(\\*\\*\\*)+", "***");
    }

    /** As the drain of standard error cuts lines: 8 KiB at most, no character parted. */
    private static List<String> pieces(String line) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int bytes = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            int width = String.valueOf(c).getBytes(StandardCharsets.UTF_8).length;
            if (bytes + width > 8192) {
                pieces.add(piece.toString());
                piece.setLength(0);
                bytes = 0;
            }
            piece.append(c);
            bytes += width;
        }
        pieces.add(piece.toString());
        return pieces;
    }
}
