package io.gleamflow.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that has the mark of a test in its environment, as the test's engine and all that it starts have, wherever
 * they are in the tree by now.
 */
record MarkedProcess(long pid, long parent, String name, String commandLine) {

    static final String VARIABLE = "GLEAM_RANDOM_KILLS";

    /** Those that have not ended. */
    static List<MarkedProcess> living(String mark) throws IOException {
        List<MarkedProcess> found = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                try {
                    if (has(process, mark)) {
                        found.add(of(process));
                    }
                } catch (IOException ended) {
                    // between two looks
                }
            }
        }
        return found;
    }

    private static boolean has(Path process, String mark) throws IOException {
        String environment = "\0" + Files.readString(process.resolve("environ"), ISO_8859_1);
        return environment.contains("\0" + VARIABLE + "=" + mark + "\0");
    }

    private static MarkedProcess of(Path process) throws IOException {
        String stat = Files.readString(process.resolve("stat"), ISO_8859_1);
        int close = stat.lastIndexOf(')');
        String name = stat.substring(stat.indexOf('(') + 1, close);
        String[] fields = stat.substring(close + 2).split(" ", 3);
        String line = Files.readString(process.resolve("cmdline"), ISO_8859_1).replace('\0', ' ');
        return new MarkedProcess(
                Long.parseLong(process.getFileName().toString()), Long.parseLong(fields[1]), name, line);
    }

    /** What it is to the engine of this process id. */
    String role(long engine) {
        if (pid == engine) {
            return "engine";
        } else if (commandLine.contains("gleam-reaper")) {
            return "reaper";
        } else if (name.equals("jspawnhelper") || (parent == engine && commandLine.contains("KilledEngine"))) {
            return "not started yet";
        } else if (parent != engine) {
            return "grandchild";
        } else if (name.equals("java") || name.equals("luajit")) {
            return name + " worker";
        }
        return name.equals("cat") ? "copier" : "shell";
    }

    /** Ends it as nothing can be prepared for, if it is still the same. */
    boolean kill(String mark) {
        try {
            return has(Path.of("/proc", Long.toString(pid)), mark)
                    && ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly).orElse(false);
        } catch (IOException ended) {
            return false;
        }
    }

    @Override
    public String toString() {
        return name + " (" + pid + ", parent " + parent + "): " + commandLine;
    }
}
