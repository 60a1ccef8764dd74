package io.gleamflow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.siegmar.fastcsv.reader.CsvReader;
import io.gleamflow.connector.Formats;
import io.gleamflow.connector.RowFile;
import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.lua.LuaWorld;
import io.gleamflow.operator.PartialAggregate;
import io.gleamflow.process.Child;
import io.gleamflow.process.ChildProcesses;
import io.gleamflow.process.Command;
import io.gleamflow.run.Programs;
import io.gleamflow.run.RunOptions;
import io.gleamflow.wire.ValueCodec;
import io.gleamflow.worker.WorkerMain;
import io.gleamflow.worker.WorkerTraining;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of real JVMs, whose classes come from jars since there are none of directories. */
class WorkerArchiveTest {

    private static final WorkerKind USUAL = new WorkerKind(LuaRuntime.LUAJ, 64L << 20);
    private static final String FROM_ARCHIVE = "shared objects file (top)";
    private static final List<Class<?>> NEEDED_FOR_CSV =
            List.of(RowFile.class, CsvReader.class, PartialAggregate.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private static Path jars;

    private static List<Path> classPath = List.of();
    private static boolean makesArchives;

    @TempDir
    private Path base;

    private Path cache;
    private Path work;
    private WorkerJvm jvm;
    private ChildProcesses children;
    private final List<String> errors = Collections.synchronizedList(new ArrayList<>());

    @BeforeAll
    static void makeJars() throws Exception {
        List<Path> all = new ArrayList<>();
        List<Class<?>> types = new ArrayList<>(Formats.libraries());
        types.addAll(List.of(WorkerMain.class, LuaWorld.class, ValueCodec.library()));
        for (Class<?> type : types) {
            Path origin = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            all.add(Files.isDirectory(origin) ? jar(origin, jars.resolve(all.size() + ".jar")) : origin);
        }
        classPath = all.stream().distinct().toList();
        makesArchives = makesAny();
    }

    /** What a JVM needs of which an archive is wanted that has next to nothing in it. */
    static final class Empty {

        private Empty() {}

        public static void main(String[] arguments) {}
    }

    /** Whether this JVM makes an archive of anything at all. */
    private static boolean makesAny() throws Exception {
        Path jar = jars.resolve("empty.jar");
        String name = Empty.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                InputStream bytes =
                        Objects.requireNonNull(Empty.class.getClassLoader().getResourceAsStream(name))) {
            out.putNextEntry(new JarEntry(name));
            bytes.transferTo(out);
        }
        Path archive = jars.resolve("empty.jsa");
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:ArchiveClassesAtExit=" + archive,
                        "-cp",
                        jar.toString(),
                        Empty.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return Files.isRegularFile(archive);
    }

    @BeforeEach
    void open() throws IOException {
        cache = base.resolve("cds");
        work = Files.createDirectory(base.resolve("work"));
        jvm = new WorkerJvm(classPath, work);
        children = ChildProcesses.open(work);
    }

    @AfterEach
    void close() {
        children.close();
    }

    /** Without it there is no archive, whatever the JVM can do. */
    @Test
    void theTrainingGoesWell() throws Exception {
        List<String> line = new ArrayList<>(jvm.training(base.resolve("none.jsa")));
        line.removeIf(option -> option.startsWith("-XX:ArchiveClassesAtExit"));
        assertThat(run(line)).as(() -> String.join("\n", errors)).isZero();
    }

    @Test
    void theFirstRunMakesNone() throws Exception {
        WorkerPool first = pool();
        first.take(USUAL, errors::add);
        first.awaitArchive();
        assertThat(names()).singleElement().asString().endsWith(".wanted");
        assertThat(trainings()).isEmpty();
    }

    @Test
    void aLaterRunMakesOneAndWorkersLoadLuaFromItWhateverTheirHeap() throws Exception {
        Path archive = made();
        assertThat(sources(archive, 64L << 20)).anyMatch(WorkerArchiveTest::isLuaFromArchive);
        assertThat(sources(archive, 64L << 20))
                .filteredOn(line -> NEEDED_FOR_CSV.stream().anyMatch(type -> line.contains(type.getName() + " ")))
                .hasSize(NEEDED_FOR_CSV.size())
                .allMatch(line -> line.contains(FROM_ARCHIVE));
        assertThat(sources(archive, 700L << 20)).anyMatch(WorkerArchiveTest::isLuaFromArchive);
        assertThat(errors).isEmpty();
    }

    @Test
    void oneThatIsCutShortIsReplaced() throws Exception {
        Path archive = made();
        byte[] bytes = Files.readAllBytes(archive);
        Files.delete(archive);
        Files.write(archive, Arrays.copyOf(bytes, bytes.length / 2));
        Files.delete(work.resolve("classes.jsa"));
        assertThat(sources(made(), 64L << 20)).anyMatch(WorkerArchiveTest::isLuaFromArchive);
        assertThat(errors).isEmpty();
    }

    @Test
    void whatIsNoArchiveOfTheJvmIsPassedOverInSilence() throws Exception {
        Path strange = Files.writeString(base.resolve("strange.jsa"), "no archive at all\n".repeat(1000));
        assertThat(run(jvm.worker(USUAL, Optional.of(strange)))).isZero();
        assertThat(run(jvm.worker(USUAL, Optional.of(base.resolve("missing.jsa")))))
                .isZero();
        assertThat(errors).isEmpty();
    }

    @Test
    void aRunThatEndsEndsTheTrainingAndLeavesNothing() throws Exception {
        archives().isToBeMade();
        makeOlder();
        pool().take(USUAL, errors::add);
        awaitTraining();
        children.close();
        assertThat(trainings()).isEmpty();
        assertThat(names()).allMatch(name -> name.endsWith(".wanted") || name.endsWith(".try1"));
    }

    @Test
    void directoriesOnTheClassPathHaveNone() {
        assertThat(new WorkerJvm(List.of(base), work).key()).isEmpty();
        assertThat(jvm.key()).isPresent();
    }

    @Test
    void anotherJarIsAnotherKey() throws Exception {
        Optional<String> before = jvm.key();
        assertThat(new WorkerJvm(classPath, base).key()).isEqualTo(before);
        Path copy = Files.copy(classPath.get(0), base.resolve("copy.jar"));
        List<Path> others = new ArrayList<>(classPath);
        others.set(0, copy);
        WorkerJvm other = new WorkerJvm(others, work);
        Optional<String> ofCopy = other.key();
        assertThat(ofCopy).isNotEqualTo(before);
        Files.setLastModifiedTime(copy, FileTime.from(Instant.EPOCH));
        assertThat(other.key()).isNotEqualTo(ofCopy);
    }

    private WorkerPool pool() {
        return new WorkerPool(
                children,
                new RunOptions(
                        OptionalInt.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "luajit",
                        base,
                        work,
                        false,
                        base,
                        Programs.PLAIN,
                        Optional.of(cache),
                        classPath));
    }

    private ClassArchives archives() {
        return new ClassArchives(cache, jvm.key().orElseThrow(), base);
    }

    /** The archive that a run makes, however long it takes. */
    private Path made() throws Exception {
        assumeThat(makesArchives).as("a JVM that makes archives").isTrue();
        archives().isToBeMade();
        makeOlder();
        WorkerPool pool = pool();
        pool.take(USUAL, errors::add);
        awaitTraining();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (archives().find().isEmpty() && System.nanoTime() < end) {
            pool.awaitArchive();
        }
        Optional<Path> archive = archives().find();
        assertThat(archive).as("an archive of a worker that went well").isPresent();
        return archive.orElseThrow();
    }

    private void awaitTraining() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (trainings().isEmpty()) {
            assertThat(System.nanoTime()).as("a training begins").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static List<ProcessHandle> trainings() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("ArchiveClassesAtExit"))
                .toList();
    }

    /** What a JVM with this heap says of where its classes come from. */
    private List<String> sources(Path archive, long memory) throws Exception {
        Path log = base.resolve("classes-" + memory + ".txt");
        List<String> line = new ArrayList<>(jvm.worker(new WorkerKind(LuaRuntime.LUAJ, memory), Optional.of(archive)));
        line.subList(line.indexOf(WorkerMain.class.getName()), line.size()).clear();
        line.add(1, "-Xlog:class+load:file=" + log);
        // the option that makes all logs silent stands behind it otherwise
        line.remove("-Xlog:disable");
        line.add(WorkerTraining.class.getName());
        assertThat(run(line)).isZero();
        return Files.readAllLines(log);
    }

    private int run(List<String> line) throws Exception {
        Child child = children.start(new Command("jvm", line, WorkerJvm.environment(), base), errors::add);
        child.stdin().close();
        child.stdout().transferTo(OutputStream.nullOutputStream());
        return child.await().code();
    }

    private static boolean isLuaFromArchive(String line) {
        return line.contains("org.luaj.vm2.LuaClosure ") && line.contains(FROM_ARCHIVE);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void makeOlder() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(600)));
            }
        }
    }

    private static Path jar(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }
}
