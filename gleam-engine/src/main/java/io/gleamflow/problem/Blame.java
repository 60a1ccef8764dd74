package io.gleamflow.problem;

/** Who has to act on a failure. */
public enum Blame {
    /** the descriptor asks for something impossible */
    FLOW,
    /** Lua or shell code of the user failed */
    SCRIPT,
    /** the input is missing, malformed or has values a step refuses */
    DATA,
    /** disk, memory, processes, permissions, an interruption */
    RESOURCES,
    /** a defect of gleam itself */
    ENGINE
}
