package io.gleamflow.lua.lib;

import io.gleamflow.lua.cured.ArgumentError;
import io.gleamflow.lua.cured.OperationError;
import io.gleamflow.lua.cured.OperationError.Operation;
import io.gleamflow.lua.cured.Raising;
import org.luaj.vm2.LuaBoolean;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaUserdata;
import org.luaj.vm2.LuaValue;

/** What {@code newproxy} makes: a value with nothing in it but, perhaps, a metatable. */
final class Proxy extends LuaUserdata {

    private Proxy() {
        super(new Object());
    }

    /** A proxy without metatable for false or nothing, with a new one for true, with that of another proxy for it. */
    static Proxy like(LuaValue pattern) {
        Proxy proxy = new Proxy();
        if (pattern instanceof Proxy other && other.getmetatable() != null) {
            proxy.setmetatable(other.getmetatable());
        } else if (pattern instanceof LuaBoolean && pattern.toboolean()) {
            proxy.setmetatable(new LuaTable());
        } else if (pattern.toboolean()) {
            throw new ArgumentError(1, "boolean or proxy expected");
        }
        return proxy;
    }

    @Override
    public LuaValue get(LuaValue key) {
        requireMetatable();
        return super.get(key);
    }

    @Override
    public void set(LuaValue key, LuaValue value) {
        requireMetatable();
        super.set(key, value);
    }

    private void requireMetatable() {
        if (getmetatable() == null) {
            throw new OperationError(Operation.INDEX, this);
        }
    }

    @Override
    public String tojstring() {
        return "userdata: " + Raising.address(this);
    }
}
