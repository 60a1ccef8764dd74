package io.gleamflow;

import io.gleamflow.process.ProgramSearch;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The program of one of the runtimes, which a machine may not have. */
final class Luajit {

    private Luajit() {}

    /** Skips a test that wants it where it is not installed. */
    static void assumeThere(String runtime) {
        boolean there = !runtime.equals("luajit")
                || ProgramSearch.find("luajit", Path.of("")).isPresent();
        Assumptions.assumeTrue(there, "luajit is not installed");
    }
}
