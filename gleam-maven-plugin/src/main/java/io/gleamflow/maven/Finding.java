package io.gleamflow.maven;

/**
 * What {@code gleam:doctor} has found out about the machine.
 *
 * @param cure what to do about it; empty when nothing is wrong
 * @param fatal whether no flow can run
 */
record Finding(String what, String found, String cure, boolean fatal) {

    static Finding right(String what, String found) {
        return new Finding(what, found, "", false);
    }

    static Finding warning(String what, String found, String cure) {
        return new Finding(what, found, cure, false);
    }

    static Finding fatal(String what, String found, String cure) {
        return new Finding(what, found, cure, true);
    }

    boolean isRight() {
        return cure.isEmpty();
    }

    /** One line, such as {@code ok    Java   17.0.15}. */
    String line() {
        String mark = isRight() ? "ok     " : fatal ? "missing" : "warn   ";
        return String.format("%s  %-16s %s", mark, what, found);
    }
}
