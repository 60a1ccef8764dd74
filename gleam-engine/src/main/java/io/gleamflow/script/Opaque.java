package io.gleamflow.script;

import org.luaj.vm2.LuaUserdata;

/** A value Lua cannot look into: it passes through as the bytes it came as. */
final class Opaque extends LuaUserdata {

    Opaque(byte[] messagePack) {
        super(messagePack);
    }

    byte[] bytes() {
        return (byte[]) m_instance;
    }
}
