package io.gleamflow.benchmarks.data;

import io.gleamflow.row.Bytes;
import java.util.List;
import java.util.SplittableRandom;

/** {@code sale,day,region,product,quantity,cents}; prices are whole cents, so that sums are exact in any program. */
final class Sales implements Records {

    private static final int PRODUCTS = 500;

    private final SplittableRandom random;
    private final Words regions = new Words(
            List.of("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"));

    Sales(SplittableRandom random) {
        this.random = random;
    }

    @Override
    public void header(Bytes out) {
        out.putAscii("sale,day,region,product,quantity,cents\n");
    }

    @Override
    public void next(long row, Bytes out) {
        Digits.put(row + 1, out);
        out.putAscii(",2026-");
        Digits.put(1 + random.nextInt(12), 2, out);
        out.put('-');
        Digits.put(1 + random.nextInt(28), 2, out);
        out.put(',');
        regions.put(random.nextInt(regions.size()), out);
        out.putAscii(",p");
        Digits.put(random.nextInt(PRODUCTS), 4, out);
        out.put(',');
        Digits.put(1 + random.nextInt(20), out);
        out.put(',');
        Digits.put(1 + random.nextInt(100_000), out);
        out.put('\n');
    }
}
