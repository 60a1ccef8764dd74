package io.gleamflow.benchmarks.data;

import io.gleamflow.row.Bytes;
import java.util.List;
import java.util.SplittableRandom;

/** {@code customer,name,country}; numbers from 0 on, each once, in an order that is none. */
final class Customers implements Records {

    private static final long STRIDE = 2_147_483_647;

    private final SplittableRandom random;
    private final long rows;
    private final Words names = new Words(
            List.of("Ada", "Grace", "Edsger", "Barbara", "Donald", "Frances", "Niklaus", "Radia", "Ken", "Margaret"));
    private final Words countries = new Words(List.of("AT", "BR", "CN", "DE", "FR", "IN", "JP", "NG", "SE", "US"));

    Customers(SplittableRandom random, long rows) {
        this.random = random;
        this.rows = rows;
    }

    @Override
    public void header(Bytes out) {
        out.putAscii("customer,name,country\n");
    }

    /** The stride is a prime, so all numbers come unless it divides how many there are. */
    @Override
    public void next(long row, Bytes out) {
        out.put('c');
        Digits.put(row * STRIDE % rows, 8, out);
        out.put(',');
        names.put(random.nextInt(names.size()), out);
        out.put(' ');
        Digits.put(random.nextInt(100_000), out);
        out.put(',');
        countries.put(random.nextInt(countries.size()), out);
        out.put('\n');
    }
}
