package io.gleamflow.script;

/** What to say when a script makes rows of another width than {@code as} names. */
final class Widths {

    private Widths() {}

    static String message(int count, int names) {
        return "the script gave " + count + (count == 1 ? " value" : " values") + ", and `as` names " + names
                + (names == 1 ? " column" : " columns");
    }
}
