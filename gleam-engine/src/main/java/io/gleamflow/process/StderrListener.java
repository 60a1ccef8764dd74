package io.gleamflow.process;

/** Hears what children write to their standard error, as they write it. */
@FunctionalInterface
public interface StderrListener {

    /**
     * Called for every line, without its line end; a line of more than 8 KiB comes in pieces. Lines of one child come in
     * order, on a thread of that child: a slow listener slows the child down. Exceptions are ignored.
     */
    void line(Command from, String text);
}
