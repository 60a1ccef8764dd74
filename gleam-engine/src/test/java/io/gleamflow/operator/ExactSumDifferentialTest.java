package io.gleamflow.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.Value;
import io.gleamflow.row.ValueWriter;
import io.gleamflow.wire.ValueCodec;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against BigDecimal, whose sums are exact and whose conversion to double is made anew here. */
class ExactSumDifferentialTest {

    private static Value written(Consumer<ValueWriter> what) {
        Bytes bytes = new Bytes(16);
        what.accept(new ValueWriter(bytes));
        return ValueCodec.readRow(bytes.array(), 0, bytes.length()).get(0);
    }

    private static void add(Number addend, ExactSum sum) {
        if (addend instanceof Double real) {
            sum.add((double) real);
        } else if (addend instanceof Long integer) {
            sum.add((long) integer);
        } else {
            sum.addUnsigned(addend.longValue());
        }
    }

    private static BigDecimal exact(List<Number> addends) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Number each : addends) {
            sum = sum.add(each instanceof Double real ? new BigDecimal(real) : new BigDecimal(each.toString()));
        }
        return sum;
    }

    /** Decides between the neighbours of an approximation by their exact distance. */
    private static double nearest(BigDecimal dividend, long divisor) {
        BigDecimal count = BigDecimal.valueOf(divisor);
        double best = dividend.divide(count, new MathContext(40)).doubleValue();
        for (double other : new double[] {Math.nextDown(best), Math.nextUp(best)}) {
            if (Double.isInfinite(best) || Double.isInfinite(other)) {
                continue;
            }
            // distances times the divisor, so that nothing is rounded
            int order = dividend.subtract(new BigDecimal(other).multiply(count))
                    .abs()
                    .compareTo(dividend.subtract(new BigDecimal(best).multiply(count))
                            .abs());
            if (order < 0 || order == 0 && (Double.doubleToLongBits(other) & 1) == 0) {
                best = other;
            }
        }
        return best;
    }

    private static List<Number> addends(Random random, int style, int count) {
        List<Number> addends = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean real = style >= 2 || style == 1 && random.nextInt(4) == 0;
            if (real) {
                double bits = Double.longBitsToDouble(random.nextLong());
                double tame = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(8));
                double tiny = Double.MIN_VALUE * (random.nextInt(1 << 20) - (1 << 19));
                double each = style == 2 ? tame : style == 3 ? bits : tiny;
                addends.add(Double.isFinite(each) ? each : 0.1);
            } else if (random.nextInt(20) == 0) {
                addends.add(new BigInteger(64, random));
            } else {
                addends.add(random.nextLong() >> random.nextInt(64));
            }
            if (random.nextInt(3) == 0 && addends.get(i) instanceof Double last) {
                addends.add(-last);
                i++;
            }
        }
        return addends;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void sumsAndAveragesAreRoundedOnce(int style) {
        Random random = new Random(style);
        for (int i = 0; i < 3_000; i++) {
            List<Number> addends = addends(random, style, 1 + random.nextInt(12));
            ExactSum sum = new ExactSum();
            addends.forEach(each -> add(each, sum));
            BigDecimal exact = exact(addends);
            boolean whole = addends.stream().noneMatch(each -> each instanceof Double);
            boolean fits = exact.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0
                    && exact.compareTo(new BigDecimal(BigInteger.ONE.shiftLeft(64))) < 0;
            Value expected = whole && fits ? integer(exact.toBigInteger()) : real(nearest(exact, 1));
            assertThat(written(sum::writeSum)).as("sum of %s", addends).isEqualTo(expected);
            int count = addends.size();
            assertThat(written(out -> sum.writeAverage(count, out)))
                    .as("avg of %s", addends)
                    .isEqualTo(real(nearest(exact, count)));
        }
    }

    private static Value integer(BigInteger v) {
        return v.bitLength() < Long.SIZE ? new Value.Int(v.longValue()) : new Value.BigInt(v);
    }

    private static Value real(double v) {
        return written(out -> out.number(v));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void anyOrderAndAnySplitIsTheSameSum(int style) {
        Random random = new Random(100 + style);
        for (int i = 0; i < 1_000; i++) {
            List<Number> addends = addends(random, style, 40);
            ExactSum whole = new ExactSum();
            addends.forEach(each -> add(each, whole));
            Collections.shuffle(addends, random);
            ExactSum merged = new ExactSum();
            int cut = random.nextInt(addends.size());
            for (List<Number> part : List.of(addends.subList(0, cut), addends.subList(cut, addends.size()))) {
                ExactSum piece = new ExactSum();
                part.forEach(each -> add(each, piece));
                Bytes state = new Bytes(16);
                piece.writeState(state);
                merged.merge(state.array(), 0, state.length());
            }
            assertThat(written(merged::writeSum)).isEqualTo(written(whole::writeSum));
        }
    }

    @Test
    void infinitiesAndNotANumberAreAsInFloatingPoint() {
        double inf = Double.POSITIVE_INFINITY;
        assertThat(sum(inf, 1)).isEqualTo(new Value.Real(inf));
        assertThat(sum(-inf, Double.MAX_VALUE)).isEqualTo(new Value.Real(-inf));
        assertThat(sum(inf, -inf)).isEqualTo(new Value.Real(Double.NaN));
        assertThat(sum(Double.NaN, 1)).isEqualTo(new Value.Real(Double.NaN));
        assertThat(sum(Double.MAX_VALUE, Double.MAX_VALUE)).isEqualTo(new Value.Real(inf));
        assertThat(sum(Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE))
                .isEqualTo(new Value.Real(Double.MAX_VALUE));
        assertThat(sum(0.1, 0.2, -0.3)).isEqualTo(new Value.Real(2.7755575615628914E-17));
    }

    private static Value sum(double... addends) {
        ExactSum sum = new ExactSum();
        for (double each : addends) {
            sum.add(each);
        }
        return written(sum::writeSum);
    }
}
