package io.gleamflow.process;

import java.util.Map;
import java.util.Optional;

/**
 * How a child ended.
 *
 * @param code what the shell would show: 128 and the number of the signal for a child that was killed. A child whose output
 *     may be short for another reason counts as killed (137), whatever it returned
 * @param reason why its output may be short in spite of a good end, or that gleam ended it; mostly empty
 */
public record ExitStatus(int code, Optional<String> reason) {

    private static final int SIGNALLED = 128;
    private static final int KILLED = SIGNALLED + 9;

    /** Only the signals that have the same number on every Unix. */
    private static final Map<Integer, String> SIGNALS = Map.ofEntries(
            Map.entry(1, "SIGHUP"),
            Map.entry(2, "SIGINT"),
            Map.entry(3, "SIGQUIT"),
            Map.entry(4, "SIGILL"),
            Map.entry(5, "SIGTRAP"),
            Map.entry(6, "SIGABRT"),
            Map.entry(8, "SIGFPE"),
            Map.entry(9, "SIGKILL"),
            Map.entry(11, "SIGSEGV"),
            Map.entry(13, "SIGPIPE"),
            Map.entry(14, "SIGALRM"),
            Map.entry(15, "SIGTERM"),
            Map.entry(24, "SIGXCPU"),
            Map.entry(25, "SIGXFSZ"));

    private static final Map<Integer, String> REMARKS =
            Map.of(9, "out of memory?", 13, "nothing read its output to the end", 25, "a file grew beyond its limit");

    static final ExitStatus ENDED_BY_US = killed("ended by gleam");

    static ExitStatus of(int code) {
        return new ExitStatus(code, Optional.empty());
    }

    static ExitStatus killed(String reason) {
        return new ExitStatus(KILLED, Optional.of(reason));
    }

    /** The same with a reason why output may be short, too. */
    ExitStatus with(String other) {
        return new ExitStatus(code, Optional.of(other));
    }

    public boolean isSuccess() {
        return code == 0;
    }

    /** Whether gleam ended the process, which tells nothing of why. */
    public boolean isEndedByUs() {
        return equals(ENDED_BY_US);
    }

    /** The signal that ended the process, such as {@code SIGKILL}, or empty if it ended by itself. */
    private Optional<String> signal() {
        return Optional.ofNullable(SIGNALS.get(code - SIGNALLED));
    }

    /** Whether the process was ended because nothing reads what it writes: the victim of a failure, not its cause. */
    public boolean isBrokenPipe() {
        return code == SIGNALLED + 13;
    }

    /** Whether a signal ended the process that nobody sends to one whose output he wants. */
    boolean isViolent() {
        return signal().isPresent() && !isBrokenPipe();
    }

    boolean isKill() {
        return code == KILLED;
    }

    /** In words, such as {@code killed by SIGKILL (137) - out of memory?}. */
    @Override
    public String toString() {
        return reason.map(words -> isKill() ? words : own() + ", and " + words).orElseGet(this::own);
    }

    private String own() {
        if (code == 126) {
            return "not executable (126)";
        }
        if (code == 127) {
            return "command not found (127)";
        }
        String remark = REMARKS.get(code - SIGNALLED);
        return signal().map(name -> "killed by " + name + " (" + code + ")" + (remark == null ? "" : " - " + remark))
                .orElse("exit status " + code);
    }
}
