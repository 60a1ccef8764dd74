package io.gleamflow.lua;

/** Where {@code print} and {@code io.write} go; called by the thread that runs the script. */
public interface LuaOutput {

    /** Takes bytes as the script wrote them; {@code print} adds a newline. The array is the caller's again afterwards. */
    void print(byte[] bytes, int offset, int length);
}
