package io.gleamflow.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * A variable in the environment of all children of one run, which what they start inherits: by it a process is known that
 * has left its group and whose parent has ended. Where there is no {@code /proc}, nobody is known by it.
 *
 * @param word no other run has it
 */
record RunMark(String word) {

    /** A run that is started by a step of another has the marks of both. */
    static final String VARIABLE = "GLEAM_RUN";

    private static final Path PROC = Path.of("/proc");
    private static final String BETWEEN = ":";

    static RunMark create() {
        // of all runs of a process with this number, whenever; nobody gains by guessing it
        return new RunMark(prefix(ProcessHandle.current().pid())
                + Long.toHexString(System.currentTimeMillis())
                + "-"
                + Long.toHexString(ThreadLocalRandom.current().nextLong()));
    }

    private static String prefix(long pid) {
        return "gleam-" + pid + "-";
    }

    /** Whether the value of the variable has a mark that a run in some process has made. */
    static boolean isOfRunIn(long pid, String value) {
        return Stream.of(value.split(BETWEEN)).anyMatch(mark -> mark.startsWith(prefix(pid)));
    }

    /**
     * Whether this process descends from one that a run in some process has started, also when the variable was dropped on the
     * way. Who lost a parent on the way is not known by it.
     */
    static boolean isBelowRunIn(long pid) {
        Optional<ProcessHandle> at = ProcessHandle.current().parent();
        while (at.isPresent() && at.get().pid() != pid) {
            if (isOfRunIn(pid, marks(PROC.resolve(Long.toString(at.get().pid()))))) {
                return true;
            }
            at = at.get().parent();
        }
        return false;
    }

    /** The variable as it was when the process was started; empty when it had none, or nobody may know. */
    private static String marks(Path process) {
        try {
            String environment = Files.readString(process.resolve("environ"), ISO_8859_1);
            return Stream.of(environment.split("\0"))
                    .filter(entry -> entry.startsWith(VARIABLE + "="))
                    .map(entry -> entry.substring(VARIABLE.length() + 1))
                    .findFirst()
                    .orElse("");
        } catch (IOException | SecurityException endedOrOfAnotherUser) {
            return "";
        }
    }

    /** What the variable is for children of this JVM. */
    String value() {
        String outer = System.getenv(VARIABLE);
        return outer == null ? word : outer + BETWEEN + word;
    }

    /** Who has the mark and has not ended. Processes of other users are not seen, and neither is who dropped the variable. */
    List<GroupMembers.Member> living() {
        List<GroupMembers.Member> found = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (isOn(process)) {
                    GroupMembers.member(process).ifPresent(found::add);
                }
            }
        } catch (IOException | DirectoryIteratorException noProc) {
            return found;
        }
        return found;
    }

    private boolean isOn(Path process) {
        try {
            return Files.readString(process.resolve("environ"), ISO_8859_1).contains(word);
        } catch (IOException | SecurityException endedOrOfAnotherUser) {
            return false;
        }
    }
}
