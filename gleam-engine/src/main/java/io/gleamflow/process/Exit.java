package io.gleamflow.process;

import java.util.List;

/**
 * How a child ended.
 *
 * @param command what was started
 * @param status the number it ended with
 * @param stderr the last it wrote to its standard error
 * @param killed whether {@link Child#kill} or the end of the run ended it, or came too late to matter
 * @param holders processes the child left behind that still held its output open without writing and were killed for
 *     it, such as {@code sleep (pid 4711)}. If there are any, the output may be short and has to count as failed
 */
public record Exit(Command command, ExitStatus status, StderrTail stderr, boolean killed, List<String> holders) {

    public Exit {
        holders = List.copyOf(holders);
    }

    /** Whether it ended by itself with status 0 and its output is whole. */
    public boolean isSuccess() {
        return status.isSuccess() && !killed && holders.isEmpty();
    }

    /** In words, such as {@code exit status 3}. */
    public String describe() {
        if (!holders.isEmpty()) {
            return "it left " + String.join(", ", holders) + " running, which kept its output open (a script has to `wait`"
                    + " for its background processes)";
        }
        if (killed && !status.isSuccess()) {
            return "ended by gleam";
        }
        return status.toString();
    }
}
