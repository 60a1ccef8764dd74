package io.gleamflow.benchmarks.profile;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordingFile;

/**
 * Tells where the time of processes went, from what they have recorded.
 *
 * <pre>java -cp … io.gleamflow.benchmarks.profile.TopMethods DIRECTORY [LINES]</pre>
 *
 * <p>The directory has a subdirectory for each kind of process, with recordings of any number of them at any depth. A process
 * that is halted leaves the chunks of its recording, which are recordings as well.
 */
public final class TopMethods {

    private static final int LINES = 25;

    private TopMethods() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int lines = arguments.length > 1 ? Integer.parseInt(arguments[1]) : LINES;
        for (Map.Entry<String, ProcessProfile> each :
                read(Path.of(arguments[0])).entrySet()) {
            out.println();
            out.println("== " + each.getKey());
            each.getValue().print(out, lines);
        }
    }

    private static Map<String, ProcessProfile> read(Path directory) throws IOException {
        Map<String, ProcessProfile> profiles = new TreeMap<>();
        for (Path file : recordings(directory)) {
            String kind = directory.relativize(file).getName(0).toString();
            ProcessProfile profile = profiles.computeIfAbsent(kind, name -> new ProcessProfile());
            try (RecordingFile recording = new RecordingFile(file)) {
                profile.begin();
                while (recording.hasMoreEvents()) {
                    profile.add(recording.readEvent());
                }
            }
        }
        return profiles;
    }

    private static List<Path> recordings(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".jfr") && size(file) > 0)
                    .sorted()
                    .toList();
        }
    }

    private static long size(Path file) {
        return file.toFile().length();
    }
}
