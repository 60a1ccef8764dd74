import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Seeds the bugs of {@code bugs.txt} into a clone of the project, one at a time, and says which of them the tests of gleam-lua
 * catch. Run it from the top of the project, with luajit on the path; it takes about half a minute a bug:
 *
 * <pre>java gleam-lua/src/test/mutations/Mutations.java [words of the bugs to try]</pre>
 */
public class Mutations {

    private static final Path SOURCES = Path.of("gleam-lua/src");

    private record Bug(String what, String file, String was, String is) {

        static Bug of(Map<String, String> lines) {
            return new Bug(lines.get("what"), lines.get("file"), lines.get("was"), lines.get("is"));
        }
    }

    public static void main(String[] words) throws IOException, InterruptedException {
        Path clone = Files.createTempDirectory("mutations");
        run(Path.of(""), "git", "clone", "-q", ".", clone.toString());
        int missed = 0;
        for (Bug bug : bugs()) {
            if (words.length > 0 && List.of(words).stream().noneMatch(bug.what()::contains)) {
                continue;
            }
            boolean caught = isCaught(bug, clone);
            missed += caught ? 0 : 1;
            System.out.printf("%-10s %s%n", caught ? "caught" : "NOT CAUGHT", bug.what());
        }
        System.out.println(missed == 0 ? "all were caught" : missed + " were not caught");
        System.exit(missed == 0 ? 0 : 1);
    }

    private static boolean isCaught(Bug bug, Path clone) throws IOException, InterruptedException {
        Path file = clone.resolve(SOURCES).resolve(bug.file());
        String source = Files.readString(file);
        int at = source.indexOf(bug.was());
        if (at < 0 || source.indexOf(bug.was(), at + 1) >= 0) {
            throw new IllegalStateException(bug.what() + ": `" + bug.was() + "` is not in " + bug.file() + " once");
        }
        Files.writeString(file, source.replace(bug.was(), bug.is()));
        int tests = run(clone, "mvn", "-o", "-q", "-pl", "gleam-lua", "test", "-Dquick", "-Dgleam.quick=false",
                "-Dsurefire.skipAfterFailureCount=1", "-Dtest=!PathologicalTest");
        Files.writeString(file, source);
        // what does not compile is no bug that could have been made
        if (tests != 0 && !Files.readString(log(clone)).contains("There are test failures")) {
            throw new IllegalStateException(bug.what() + ": the build broke, see " + log(clone));
        }
        return tests != 0;
    }

    private static Path log(Path clone) {
        return clone.resolve("mutation.log");
    }

    private static int run(Path directory, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        if (!directory.toString().isEmpty()) {
            builder.directory(directory.toFile()).redirectOutput(log(directory).toFile());
        } else {
            builder.inheritIO();
        }
        return builder.start().waitFor();
    }

    private static List<Bug> bugs() throws IOException {
        List<Bug> bugs = new ArrayList<>();
        Map<String, String> lines = new HashMap<>();
        for (String line : Files.readAllLines(SOURCES.resolve("test/mutations/bugs.txt"))) {
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            String[] parts = line.split(": ", 2);
            lines.put(parts[0], parts.length > 1 ? parts[1] : "");
            if (parts[0].equals("is")) {
                bugs.add(Bug.of(lines));
                lines.clear();
            }
        }
        return bugs;
    }
}
