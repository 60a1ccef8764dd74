package io.gleamflow.process;

import java.util.List;

/**
 * The last lines a child wrote to its standard error.
 *
 * @param lines whole lines, decoded as UTF-8 with replacement characters for what is not; at most 64 KiB of text
 * @param dropped how many bytes came before them
 */
public record StderrTail(List<String> lines, long dropped) {

    public StderrTail {
        lines = List.copyOf(lines);
    }
}
