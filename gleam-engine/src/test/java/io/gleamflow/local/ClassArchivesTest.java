package io.gleamflow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchivesTest {

    private static final Duration LATER = Duration.ofMinutes(2);

    @TempDir
    private Path base;

    private Path cache;
    private ClassArchives archives;

    @BeforeEach
    void open() {
        cache = base.resolve("home/.cache/gleam/cds");
        archives = new ClassArchives(cache, "0a", base);
    }

    @Test
    void theFirstRunOnlyLeavesAMark() throws Exception {
        assertThat(archives.isToBeMade()).isFalse();
        assertThat(archives.isToBeMade()).isFalse();
        assertThat(names()).containsExactly("0a.wanted");
    }

    @Test
    void oneAtATimeMakesItAndOnlyAFewTimes() throws Exception {
        archives.isToBeMade();
        for (int time = 1; time <= 3; time++) {
            pass(LATER);
            assertThat(archives.isToBeMade()).isTrue();
            assertThat(archives.isToBeMade()).isFalse();
        }
        pass(LATER);
        assertThat(archives.isToBeMade()).isFalse();
        pass(Duration.ofDays(8));
        assertThat(archives.isToBeMade()).as("begins anew").isFalse();
        assertThat(names()).containsExactly("0a.wanted");
    }

    @Test
    void ofManyAtOnceOneMakesIt() throws Exception {
        archives.isToBeMade();
        pass(LATER);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> asked = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                asked.add(threads.submit(archives::isToBeMade));
            }
            int told = 0;
            for (Future<Boolean> each : asked) {
                told += each.get() ? 1 : 0;
            }
            assertThat(told).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void afterGivingUpNobodyTriesForAWeek() throws Exception {
        archives.isToBeMade();
        pass(LATER);
        assertThat(archives.isToBeMade()).isTrue();
        archives.giveUp();
        pass(LATER);
        assertThat(archives.isToBeMade()).isFalse();
    }

    @Test
    void whatIsKeptIsFoundByItsKeyAlone() throws Exception {
        Files.createDirectories(cache);
        archives.keep(made("classes"));
        Path found = archives.find().orElseThrow();
        assertThat(found).hasContent("classes");
        assertThat(new ClassArchives(cache, "0b", base).find()).isEmpty();
        assertThat(names()).hasSize(1);
    }

    @Test
    void twoThatMakeOneAtOnceBothKeepItWhole() throws Exception {
        Files.createDirectories(cache);
        archives.keep(made("some classes"));
        archives.keep(made("the same classes"));
        assertThat(names()).hasSize(2).allMatch(name -> name.startsWith("0a-") && name.endsWith(".jsa"));
        assertThat(archives.find()).isPresent();
    }

    @Test
    void oneThatIsCutShortIsRefusedAndRemoved() throws Exception {
        Files.createDirectories(cache);
        archives.keep(made("classes"));
        Files.writeString(archives.find().orElseThrow(), "class");
        assertThat(archives.find()).isEmpty();
        assertThat(names()).isEmpty();
    }

    @Test
    void theLastUsedStay() throws Exception {
        Files.createDirectories(cache);
        for (int i = 0; i < 9; i++) {
            new ClassArchives(cache, "key" + i, base).keep(made("classes " + i));
            pass(Duration.ofDays(2));
        }
        assertThat(new ClassArchives(cache, "key0", base).find()).isEmpty();
        Path used = new ClassArchives(cache, "key1", base).find().orElseThrow();
        archives.keep(made("more"));
        assertThat(used).exists();
        assertThat(new ClassArchives(cache, "key2", base).find()).isEmpty();
        assertThat(names()).hasSize(8);
    }

    @Test
    void aDirectoryThatCannotBeMadeIsNoFailure() throws Exception {
        Path file = Files.writeString(base.resolve("file"), "no directory");
        ClassArchives nowhere = new ClassArchives(file.resolve("gleam/cds"), "0a", base);
        assertThat(nowhere.find()).isEmpty();
        assertThat(nowhere.isToBeMade()).isFalse();
        nowhere.keep(made("classes"));
        nowhere.giveUp();
        assertThat(nowhere.find()).isEmpty();
    }

    @Test
    void whereOthersMayWriteNothingIsTakenFrom() throws Exception {
        assumeThat(base.getFileSystem().supportedFileAttributeViews()).contains("posix");
        archives.isToBeMade();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)))
                .isEqualTo("rwx------");
        archives.keep(made("classes"));
        assertThat(archives.find()).isPresent();
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(archives.find()).isEmpty();
    }

    private Path made(String text) throws IOException {
        return Files.writeString(base.resolve("made"), text);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Makes all files so much older. */
    private void pass(Duration time) throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            files.forEach(file -> {
                try {
                    Instant then = Files.getLastModifiedTime(file).toInstant().minus(time);
                    Files.setLastModifiedTime(file, FileTime.from(then));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
