package io.gleamflow.faults;

import io.gleamflow.problem.Blame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Row 7: disks that are full, and outputs that cannot be what they are to be. What several runs do is in another test. */
class DiskFaultsTest extends FaultSuite {

    private static final int ROWS = 300_000;
    private static final String SMALL = "rows: 3";

    private static Fault fault(String name, String flow) {
        return Fault.of(7, name).flow(flow);
    }

    /** A flow of many rows through a step. */
    private static Fault many(String name, String step) {
        return fault(name, "steps:\n  - rows: " + ROWS + "\n" + step + "  - write: target/out.txt\n")
                .memory(256 << 10);
    }

    /** A flow of three rows into a file. */
    private static Fault write(String name, String path) {
        return fault(name, "steps:\n  - " + SMALL + "\n  - write: " + path + "\n");
    }

    /** Puts a file system of its own over a directory, and takes it away again. */
    private static Fault mounted(Fault fault, String directory, String options) {
        return fault.before(project -> {
                    Files.createDirectories(project.resolve(directory));
                    if (!mount(project.resolve(directory), options)) {
                        throw new IOException("cannot mount");
                    }
                })
                .after(project -> {
                    // fails as long as anything in it is open
                    if (run("umount", project.resolve(directory).toString()) != 0) {
                        run("umount", "-l", project.resolve(directory).toString());
                        throw new IOException("something in " + directory + " is still open");
                    }
                })
                .unless(!mayMount(), "only root may mount a small file system");
    }

    private static boolean mount(Path directory, String options) throws IOException, InterruptedException {
        return run("mount", "-t", "tmpfs", "-o", options, "gleam-test", directory.toString()) == 0;
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static boolean mayMount() {
        try {
            Path tried = Files.createTempDirectory("small-disk");
            boolean may = isRoot() && mount(tried, "size=64k");
            if (may) {
                run("umount", tried.toString());
            }
            Files.delete(tried);
            return may;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static String numbers() {
        return IntStream.rangeClosed(1, ROWS).mapToObj(i -> i + "\n").collect(Collectors.joining());
    }

    @Override
    List<Fault> faults() {
        return List.of(
                mounted(many("a disk that is full of spilled rows", "  - sort: n desc\n"), "target/gleam", "size=1m")
                        .fails(Blame.RESOURCES, "- rows", "No space left on device"),
                mounted(
                                many(
                                        "a disk that is full of spilled rows of a script",
                                        "  - map: n, n\n  - sort: _1\n"),
                                "target/gleam",
                                "size=1m")
                        .lua()
                        .fails(Blame.RESOURCES, "- rows", "No space left on device"),
                mounted(many("a disk that is full of parts of outputs", ""), "target/gleam", "size=1m")
                        .fails(Blame.RESOURCES, "- write", "No space left on device"),
                mounted(
                                many(
                                        "a disk that is full of what a step wrote for itself",
                                        "  - pipe: cat >target/gleam/mine && cat target/gleam/mine\n"),
                                "target/gleam",
                                "size=1m")
                        .changes("target/gleam/mine")
                        .fails(Blame.SCRIPT, "- pipe", "No space left on device"),
                mounted(fault("a disk that is too small for the output", """
                                datasets:
                                  numbers:
                                    - rows: 300000
                                    - write: target/out.txt
                                    - write: target/small/out.txt
                                """), "target/small", "size=64k")
                        .fails(Blame.RESOURCES, "target/small/out.txt", "No space left on device"),
                mounted(
                                write("a file system that may not be written", "target/fixed/out.txt"),
                                "target/fixed",
                                "ro,size=64k")
                        .fails(Blame.RESOURCES, "target/fixed/out.txt", "Read-only file system"),
                mounted(write("an output on another disk", "target/other/out.txt"), "target/other", "size=64k")
                        .succeeds("target/other/out.txt", "1\n2\n3\n"),
                many(
                                "the directory of spilled rows is removed",
                                "  - pipe: rm -rf target/gleam/work-*; cat\n  - sort\n")
                        .fails(Blame.RESOURCES, "- rows", "work-"),
                many("the directory of parts is removed", "  - pipe: rm -rf target/gleam/work-*; cat\n")
                        .fails(Blame.RESOURCES, "- write", "work-"),
                write("a device is no output", "/dev/full")
                        .unless(!Files.exists(Path.of("/dev/full")), "there is no /dev/full")
                        .fails(Blame.RESOURCES, "/dev/full", "not a plain file"),
                write("a directory is no output", "target/dir")
                        .before(project -> Files.createDirectories(project.resolve("target/dir")))
                        .refused("target/dir", "is a directory"),
                fault("an output that becomes a directory meanwhile", """
                                steps:
                                  - rows: 3
                                  - pipe: mkdir target/late; cat
                                  - write: target/late
                                """)
                        .changes("target/late")
                        .fails(Blame.RESOURCES, "- write: target/late", "is a directory"),
                write("an output below a file", "target/out.txt/x")
                        .fails(Blame.RESOURCES, "target/out.txt/x", "is not a directory"),
                write("an output that may not be written", "target/kept.txt")
                        .before(project -> {
                            Path kept = Files.writeString(project.resolve("target/kept.txt"), "kept\n");
                            Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("r--r--r--"));
                        })
                        .fails(Blame.RESOURCES, "target/kept.txt", "is read-only"),
                write("a directory that may not be written", "target/closed/out.txt")
                        .before(project -> {
                            Path closed = Files.createDirectories(project.resolve("target/closed"));
                            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
                        })
                        .unless(isRoot(), "root may write everywhere")
                        .fails(Blame.RESOURCES, "target/closed/out.txt", "permission denied"),
                write("an output that is a link", "target/link.txt")
                        .before(project -> {
                            Files.writeString(project.resolve("target/real.txt"), "old\n");
                            Files.createSymbolicLink(project.resolve("target/link.txt"), Path.of("real.txt"));
                        })
                        .succeeds("target/real.txt", "1\n2\n3\n"),
                write("an output that is a link to nothing yet", "target/link.txt")
                        .before(project ->
                                Files.createSymbolicLink(project.resolve("target/link.txt"), Path.of("real.txt")))
                        .succeeds("target/real.txt", "1\n2\n3\n"),
                write("an output that is a link to itself", "target/link.txt")
                        .before(project ->
                                Files.createSymbolicLink(project.resolve("target/link.txt"), Path.of("link.txt")))
                        .fails(Blame.RESOURCES, "target/link.txt", "too many links"),
                fault("two outputs that are one file by a link", """
                                datasets:
                                  numbers:
                                    - rows: 3
                                    - write: target/link.txt
                                    - write: target/out.txt
                                """)
                        .before(project ->
                                Files.createSymbolicLink(project.resolve("target/link.txt"), Path.of("out.txt")))
                        .fails(Blame.RESOURCES, "target/out.txt", "two outputs write to"),
                fault("an output that is an input", "steps: [{read: target/out.txt}, {write: target/out.txt}]")
                        .refused("target/out.txt", "reads this file"),
                fault("a directory of outputs that a step removes is made again", """
                                steps:
                                  - rows: 3
                                  - pipe: rm -rf target/made; cat
                                  - write: target/made/out.txt
                                """)
                        .file("target/made/old.txt", "old")
                        .changes("target/made/old.txt")
                        .succeeds("target/made/out.txt", "1\n2\n3\n"),
                fault(
                                "a file of a column that is a path is refused",
                                "steps: [{rows: [[../x]], as: [k]}, {write: 'target/{k}.txt'}]")
                        .fails(Blame.DATA, "target/{k}.txt", "which can be no part of a file's name"),
                fault("old outputs stay to the last byte when another cannot be written", """
                                datasets:
                                  numbers:
                                    - rows: 300000
                                    - write: target/out.txt
                                    - write: target/late
                                    - pipe: mkdir target/late; cat
                                    - write: target/other.txt
                                """)
                        .changes("target/late")
                        .fails(Blame.RESOURCES, "- write: target/late", "is a directory"),
                many("all of it goes well with room enough", "  - sort\n").succeeds("target/out.txt", numbers()));
    }
}
