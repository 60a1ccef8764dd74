package io.gleamflow.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few of what {@link RandomKills} does, or as many as {@code -Dgleam.kills} says. */
class RandomKillsTest {

    private static final int KILLS = Integer.getInteger("gleam.kills", 15);
    private static final long SEED = Long.getLong("gleam.kills.seed", 20261124);

    @TempDir
    private Path directory;

    @Test
    void whateverIsKilledOutputsAreOldOrNewAndNothingIsLeft() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/self/environ")), "no /proc");
        for (String program : new String[] {"sh", "setsid", "luajit"}) {
            assumeTrue(isOnPath(program), "no " + program);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        KillTally tally;
        try (RandomKills kills = new RandomKills(SEED, directory, out)) {
            tally = kills.run(KILLS);
        }
        tally.lines().forEach(out::println);
        assertThat(tally.wrongs()).isEmpty();
        assertThat(tally.kills()).isEqualTo(KILLS);
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
