package io.gleamflow.faults;

import io.gleamflow.problem.Blame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Row 1: sources that are not there, or not what they seem, or change while they are read. */
class SourceFaultsTest extends FaultSuite {

    private static final String COPY = """
            steps:
              - read: in.txt
              - write: target/out.txt
            """;

    private static final String THROUGH_LUA = """
            steps:
              - read: in.txt
              - map: line:sub(1, 1000)
              - write: target/out.txt
            """;

    /** More than any buffer holds. */
    private static final String MANY_LINES = "0123456789abcdef\n".repeat(200_000);

    @Override
    List<Fault> faults() {
        return List.of(
                Fault.of(1, "a source that is missing is told")
                        .flow(COPY)
                        .fails(Blame.DATA, "- read:", "there is no file in.txt")
                        .logs("there is no file in.txt"),
                Fault.of(1, "a source of the build directory that nobody has made is told")
                        .flow(COPY.replace("in.txt", "target/in.txt"))
                        .fails(Blame.DATA, "- read:", "there is no file target/in.txt"),
                Fault.of(1, "a link to nothing is no source")
                        .before(project -> Files.createSymbolicLink(project.resolve("in.txt"), Path.of("gone.txt")))
                        .flow(COPY)
                        .fails(Blame.DATA, "- read:", "there is no file in.txt"),
                Fault.of(1, "a link to itself is no source")
                        .before(project -> Files.createSymbolicLink(project.resolve("in.txt"), Path.of("in.txt")))
                        .flow(COPY)
                        .fails(Blame.DATA, "- read:", "there is no file in.txt"),
                Fault.of(1, "a glob that matches nothing is told")
                        .file("data/a.csv", "a\n")
                        .flow(COPY.replace("in.txt", "data/*.txt"))
                        .fails(Blame.DATA, "- read:", "no file matches data/*.txt")
                        .logs("no file matches data/*.txt"),
                Fault.of(1, "a glob in a directory that is missing is told")
                        .flow(COPY.replace("in.txt", "data/*.txt"))
                        .fails(Blame.DATA, "- read:", "no file matches data/*.txt: there is no directory data/"),
                Fault.of(1, "a glob in the build directory that matches nothing is told")
                        .flow(COPY.replace("in.txt", "target/data/*.txt"))
                        .fails(Blame.DATA, "- read:", "no file matches target/data/*.txt"),
                Fault.of(1, "a glob passes over directories")
                        .file("data/a.txt", "a\n")
                        .file("data/b.txt/c.txt", "c\n")
                        .flow(COPY.replace("in.txt", "data/*.txt"))
                        .succeeds("target/out.txt", "a\n"),
                Fault.of(1, "a glob that leads in a circle is told")
                        .file("data/a.txt", "a\n")
                        .before(project -> Files.createSymbolicLink(project.resolve("data/b"), Path.of(".")))
                        .flow(COPY.replace("in.txt", "data/**/*.txt"))
                        .fails(Blame.DATA, "- read:", "data/**/*.txt leads in a circle"),
                Fault.of(1, "a directory is no source")
                        .file("data/a.txt", "a\n")
                        .flow(COPY.replace("in.txt", "data"))
                        .refused("- read:", "is a directory"),
                Fault.of(1, "a directory of the build is no source")
                        .file("target/data/a.txt", "a\n")
                        .flow(COPY.replace("in.txt", "target/data"))
                        .refused("- read:", "is a directory"),
                unreadable("a source that may not be read is told")
                        .flow(COPY)
                        .fails(Blame.RESOURCES, "- read:", "in.txt: this user may not read it"),
                unreadable("a source that a worker may not read is told")
                        .lua()
                        .flow(THROUGH_LUA)
                        .fails(Blame.RESOURCES, "- read:", "in.txt: this user may not read it"),
                failing("a source that cannot be read is told")
                        .flow(COPY)
                        .fails(Blame.RESOURCES, "- read:", "cannot read in.txt: Input/output error"),
                Fault.of(1, "a named pipe that nobody writes to is no source")
                        .before(project -> make("mkfifo", project.resolve("in.txt")))
                        .flow(COPY)
                        .fails(Blame.DATA, "- read:", "in.txt is no regular file"),
                Fault.of(1, "a named pipe with columns to tell is no source")
                        .before(project -> make("mkfifo", project.resolve("in.csv")))
                        .flow(COPY.replace("in.txt", "in.csv"))
                        .fails(Blame.DATA, "- read:", "in.csv is no regular file"),
                Fault.of(1, "a file that grows while it is read is read as it was")
                        .file("in.txt", MANY_LINES)
                        .changes("in.txt")
                        .flow(COPY.replace("- write", "- pipe: echo more >>in.txt; cat\n  - write"))
                        .succeeds("target/out.txt", MANY_LINES),
                Fault.of(1, "a file that a script lets grow is read as it was")
                        .file("in.txt", MANY_LINES)
                        .changes("in.txt")
                        .lua()
                        .flow("""
                                functions: |
                                  local done
                                  function grow()
                                    if not done then
                                      local f = assert(io.open("in.txt", "a"))
                                      f:write(("more\\n"):rep(10000))
                                      f:close()
                                    end
                                    done = true
                                  end
                                steps:
                                  - read: in.txt
                                  - forEach: grow()
                                  - write: target/out.txt
                                """)
                        .succeeds("target/out.txt", MANY_LINES),
                Fault.of(1, "a file that is cut while it is read is told")
                        .file("in.txt", MANY_LINES)
                        .changes("in.txt")
                        .flow(COPY.replace("- write", "- pipe: ': >in.txt; cat'\n  - write"))
                        .fails(Blame.DATA, "- read:", "in.txt became shorter while it was read"),
                Fault.of(1, "a file that a script cuts while it is read is told")
                        .file("in.txt", MANY_LINES)
                        .changes("in.txt")
                        .lua()
                        .flow("""
                                steps:
                                  - read: in.txt
                                  - forEach: assert(io.open("in.txt", "w")):close()
                                  - write: target/out.txt
                                """)
                        .fails(Blame.DATA, "- read:", "in.txt became shorter while it was read"),
                Fault.of(1, "a file of records that is cut while it is read is told")
                        .file("in.csv", "a,b\n" + "0123456789,abcdef\n".repeat(200_000))
                        .changes("in.csv")
                        .flow("""
                                steps:
                                  - read: in.csv
                                  - pipe: ": >in.csv; cat"
                                  - write: target/out.txt
                                """)
                        .fails(Blame.DATA, "- read:", "in.csv: it became shorter while it was read"),
                Fault.of(1, "a file that a script removes before it is read is told")
                        .file("in.txt", "a\nb\nc\n")
                        .changes("in.txt")
                        .lua()
                        .flow("""
                                functions: os.remove("in.txt")
                                steps:
                                  - read: in.txt
                                  - map: line
                                  - write: target/out.txt
                                """)
                        .fails(Blame.RESOURCES, "- read:", "in.txt"));
    }

    private static Fault unreadable(String name) {
        return Fault.of(1, name)
                .file("in.txt", "a\n")
                .before(project -> Files.setPosixFilePermissions(
                        project.resolve("in.txt"), PosixFilePermissions.fromString("---------")))
                .unless("root".equals(System.getProperty("user.name")), "root may read everything");
    }

    /** Opening works, reading does not: nothing lies at the address 0 of a process. */
    private static Fault failing(String name) {
        Path memory = Path.of("/proc/self/mem");
        return Fault.of(1, name)
                .before(project -> Files.createSymbolicLink(project.resolve("in.txt"), memory))
                .unless(!Files.exists(memory), "no /proc");
    }

    private static void make(String program, Path file) throws IOException, InterruptedException {
        if (new ProcessBuilder(program, file.toString()).start().waitFor() != 0) {
            throw new IOException("cannot make " + file);
        }
    }
}
