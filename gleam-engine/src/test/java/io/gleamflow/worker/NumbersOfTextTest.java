package io.gleamflow.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.ColumnType;
import io.gleamflow.flow.Conversion;
import io.gleamflow.plan.Operation;
import io.gleamflow.plan.RowOperation;
import io.gleamflow.row.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts are the same numbers for both workers. */
class NumbersOfTextTest {

    private static Operation types(ColumnType type) {
        return new RowOperation.Convert(
                Given.head("read"), Map.of(0, new Conversion(type, Optional.empty())), List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "18446744073709551615, [18446744073709551615]",
        "+0009223372036854775808, [9223372036854775808]",
        "18446744073709551616, [1.8446744073709552e+19]",
        "-9223372036854775809, [-9.223372036854776e+18]",
        "-9223372036854775808, [-9223372036854775808]",
    })
    void numbersBeyondSixtyFourBitsAreTheNearestDouble(String text, String row) throws Exception {
        for (WorkerRunner worker : WorkerRunner.values()) {
            Outcome outcome = worker.run(List.of(Given.row(text)), List.of(), types(ColumnType.NUMBER));
            assertThat(outcome.text()).isEqualTo(row);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INT, 9223372036854775808, an int",
        "INT, 18446744073709551615, an int",
        "INT, -9223372036854775809, an int",
        "NUMBER, 1 000, a number",
    })
    void othersAreRefused(ColumnType type, String text, String wanted) throws Exception {
        for (WorkerRunner worker : WorkerRunner.values()) {
            Outcome outcome = worker.run(List.of(Given.row(text)), List.of(), types(type));
            assertThat(outcome.text()).contains("`" + text + "` in column 1 is not " + wanted);
        }
    }

    @Test
    void bothWorkersReadTheSameNumbers() throws Exception {
        List<List<Value>> rows = new ArrayList<>();
        Random random = new Random(20261124);
        for (int i = 0; i < 3_000; i++) {
            BigInteger value = random.nextBoolean()
                    ? new BigInteger(random.nextInt(1000), random)
                    : BigInteger.ONE
                            .shiftLeft(62 + random.nextInt(4))
                            .add(BigInteger.valueOf(random.nextInt(9000) - 4500));
            rows.add(Given.row((random.nextBoolean() ? "-0" : "0") + value));
        }
        Outcome jvm = WorkerRunner.JVM.run(rows, List.of(), types(ColumnType.NUMBER));
        assertThat(jvm.failure()).isEmpty();
        assertThat(jvm.rows()).hasSameSizeAs(rows);
        assertThat(WorkerRunner.LUAJIT.run(rows, List.of(), types(ColumnType.NUMBER)))
                .isEqualTo(jvm);
    }

    @Test
    void noNumberIsBeyondAllDoubles() throws Exception {
        String text = "9".repeat(310);
        for (WorkerRunner worker : WorkerRunner.values()) {
            Outcome outcome = worker.run(List.of(Given.row(text)), List.of(), types(ColumnType.NUMBER));
            assertThat(outcome.failure()).contains("is not a number");
        }
    }
}
