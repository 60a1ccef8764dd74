package io.gleamflow.flow;

/** How a line that a program prints becomes columns again. */
public sealed interface Split {

    /** At every tab; the default. */
    record Tabs() implements Split {}

    /** At runs of blanks and tabs, leading ones ignored, as awk does. */
    record Spaces() implements Split {}

    /** Not at all: the whole line is the column {@code line}. */
    record None() implements Split {}

    /** At every occurrence of a text, which is not empty. */
    record Separator(String text) implements Split {
        public Separator {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("an empty separator splits nothing");
            }
        }
    }
}
