package io.gleamflow.benchmarks.data;

import io.gleamflow.row.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Lines in the combined format; about one in fifty is of the path {@code /checkout}. */
final class LogLines implements Records {

    private static final int PATHS = 5000;
    private static final int SECONDS_A_DAY = 86_400;

    private final SplittableRandom random;
    private final Words paths;
    private final Zipf popular;
    private final Words methods = new Words(List.of("GET", "GET", "GET", "GET", "GET", "POST", "HEAD"));
    private final Words states = new Words(List.of("200", "200", "200", "200", "200", "304", "302", "404", "500"));
    private final Words agents = new Words(List.of(
            "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36",
            "curl/8.9.1"));

    LogLines(SplittableRandom random) {
        this.random = random;
        paths = new Words(paths());
        popular = new Zipf(random, paths.size());
    }

    private static List<String> paths() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < PATHS; i++) {
            all.add(i % 40 == 39 ? "/checkout/step-" + i : "/articles/2026/" + i + ".html");
        }
        return all;
    }

    @Override
    public void next(long row, Bytes out) {
        Digits.put(10 + random.nextInt(200), out);
        for (int i = 0; i < 3; i++) {
            out.put('.');
            Digits.put(random.nextInt(256), out);
        }
        long second = row / 50;
        out.putAscii(" - - [");
        Digits.put(1 + second / SECONDS_A_DAY % 28, 2, out);
        out.putAscii("/Nov/2026:");
        Digits.put(second / 3600 % 24, 2, out);
        out.put(':');
        Digits.put(second / 60 % 60, 2, out);
        out.put(':');
        Digits.put(second % 60, 2, out);
        out.putAscii(" +0000] \"");
        methods.put(random.nextInt(methods.size()), out);
        out.put(' ');
        paths.put(popular.next(), out);
        out.putAscii(" HTTP/1.1\" ");
        states.put(random.nextInt(states.size()), out);
        out.put(' ');
        Digits.put(random.nextInt(200_000), out);
        out.putAscii(" \"-\" \"");
        agents.put(random.nextInt(agents.size()), out);
        out.putAscii("\"\n");
    }
}
