package io.gleamflow.lua.cured;

import org.jspecify.annotations.Nullable;

/** An argument that a function of the libraries cannot take. The name of the function is that under which it was called. */
public final class ArgumentError extends ScriptError {
    private final int index;
    private final String problem;

    /** An error about the argument at {@code index}, from 1. */
    public ArgumentError(int index, String problem) {
        super(1);
        this.index = index;
        this.problem = problem;
    }

    @Override
    protected String problem(@Nullable CallSite site) {
        VariableName name = site == null || isNameless() ? null : VariableName.called(site);
        if (name == null) {
            return "bad argument #" + index + " to '?' (" + problem + ")";
        } else if (!name.kind().equals("method")) {
            return "bad argument #" + index + " to '" + name.name() + "' (" + problem + ")";
        }
        return index == 1
                ? "calling '" + name.name() + "' on bad self (" + problem + ")"
                : "bad argument #" + (index - 1) + " to '" + name.name() + "' (" + problem + ")";
    }
}
