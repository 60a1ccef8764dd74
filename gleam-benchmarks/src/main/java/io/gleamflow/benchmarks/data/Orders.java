package io.gleamflow.benchmarks.data;

import io.gleamflow.row.Bytes;
import java.util.List;
import java.util.SplittableRandom;

/** {@code order,customer,day,cents,status}; one in twenty is of a customer that is in no list. */
final class Orders implements Records {

    private static final int STRANGERS = 20;

    private final SplittableRandom random;
    private final long customers;
    private final Words states = new Words(List.of("open", "paid", "sent", "returned"));

    Orders(SplittableRandom random, long customers) {
        this.random = random;
        this.customers = customers;
    }

    @Override
    public void header(Bytes out) {
        out.putAscii("order,customer,day,cents,status\n");
    }

    @Override
    public void next(long row, Bytes out) {
        Digits.put(row + 1, out);
        out.put(',');
        out.put('c');
        Digits.put(random.nextLong(customers + customers / STRANGERS + 1), 8, out);
        out.putAscii(",2026-");
        Digits.put(1 + random.nextInt(12), 2, out);
        out.put('-');
        Digits.put(1 + random.nextInt(28), 2, out);
        out.put(',');
        Digits.put(random.nextInt(1_000_000), out);
        out.put(',');
        states.put(random.nextInt(states.size()), out);
        out.put('\n');
    }
}
