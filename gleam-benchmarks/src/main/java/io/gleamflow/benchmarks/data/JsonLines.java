package io.gleamflow.benchmarks.data;

import io.gleamflow.row.Bytes;
import java.util.List;
import java.util.SplittableRandom;

/** {@code {"id": …, "kind": …, "user": …, "ms": …, "tags": […], "ok": …}}. */
final class JsonLines implements Records {

    private final SplittableRandom random;
    private final Words kinds = new Words(List.of("view", "click", "order", "search", "login"));
    private final Words tags = new Words(List.of("new", "mobile", "eu", "beta"));

    JsonLines(SplittableRandom random) {
        this.random = random;
    }

    @Override
    public void next(long row, Bytes out) {
        out.putAscii("{\"id\":");
        Digits.put(row + 1, out);
        out.putAscii(",\"kind\":\"");
        kinds.put(random.nextInt(kinds.size()), out);
        out.putAscii("\",\"user\":\"u");
        Digits.put(random.nextInt(100_000), out);
        out.putAscii("\",\"ms\":");
        Digits.put(random.nextInt(10_000), out);
        out.putAscii(",\"tags\":[\"");
        tags.put(random.nextInt(tags.size()), out);
        out.putAscii("\",\"");
        tags.put(random.nextInt(tags.size()), out);
        out.putAscii("\"],\"ok\":");
        out.putAscii(random.nextInt(10) > 0 ? "true" : "false");
        out.putAscii("}\n");
    }
}
