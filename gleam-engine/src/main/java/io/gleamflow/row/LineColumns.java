package io.gleamflow.row;

/** Which columns the lines of a text are, as rows of text. */
public enum LineColumns {
    /** One, which may have tabs in it. */
    WHOLE,
    /** What stands between tabs. */
    TABS
}
