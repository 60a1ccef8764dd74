package io.gleamflow.lua.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.luaj.vm2.LuaString;

/** Bytes being put together. For one thread. */
public final class Bytes {
    private static final int LONGEST = Integer.MAX_VALUE - 16;

    private byte[] bytes;
    private int length;

    /** Nothing, with room for so many bytes. */
    public Bytes(int room) {
        bytes = new byte[Math.max(16, room)];
    }

    private void need(int more) {
        if (more > bytes.length - length) {
            long wanted = (long) length + more;
            if (wanted > LONGEST) {
                throw new OutOfMemoryError("a string of " + wanted + " bytes");
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(LONGEST, Math.max(wanted, 2L * bytes.length)));
        }
    }

    /** Adds a byte. */
    public void add(int b) {
        need(1);
        bytes[length++] = (byte) b;
    }

    /** Adds bytes. */
    public void add(byte[] from, int offset, int count) {
        need(count);
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
    }

    /** Adds the bytes of a Lua string. */
    public void add(LuaString text) {
        add(text.m_bytes, text.m_offset, text.m_length);
    }

    /** Adds text, which must be ASCII. */
    public void add(String ascii) {
        byte[] added = ascii.getBytes(StandardCharsets.ISO_8859_1);
        add(added, 0, added.length);
    }

    /** Adds a byte several times. */
    public void repeat(int b, int count) {
        need(count);
        Arrays.fill(bytes, length, length + count, (byte) b);
        length += count;
    }

    /** How many bytes there are. */
    public int length() {
        return length;
    }

    /** The bytes so far, valid until more are added. */
    public byte[] array() {
        return bytes;
    }

    /** The bytes as a Lua string of their own. */
    public LuaString toLuaString() {
        return LuaString.valueOf(bytes, 0, length);
    }
}
