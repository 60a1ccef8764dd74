package io.gleamflow.lua.cured;

import org.jspecify.annotations.Nullable;

/** What a function of the libraries complains of, with the place of its caller. */
public final class LibraryError extends ScriptError {
    private final String problem;

    /** An error with a text of its own. */
    public LibraryError(String problem) {
        super(1);
        this.problem = problem;
    }

    @Override
    protected String problem(@Nullable CallSite site) {
        return problem;
    }
}
