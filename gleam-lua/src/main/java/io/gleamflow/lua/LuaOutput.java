package io.gleamflow.lua;

/** Where {@code print} and {@code io.write} of one world go. Called by the thread that runs the script. */
public interface LuaOutput {

    /** Takes bytes as the script wrote them, a line of {@code print} with its newline. The array is the caller's afterwards. */
    void print(byte[] bytes, int offset, int length);
}
