package io.gleamflow.script;

/** Takes rows of Lua values one after the other, so that scripts that follow each other need no bytes between them. */
interface LuaSink {

    /** Takes a row, which is the caller's again when the method returns. */
    void row(LuaRow row);

    /** No more rows come; called once, and not after a failure. */
    void end();
}
