package io.gleamflow.lua.text;

import io.gleamflow.lua.cured.OperationError;
import io.gleamflow.lua.cured.Raising;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** Any value as text, as {@code tostring} gives it. */
public final class ValueText {
    private static final LuaString TOSTRING = LuaString.valueOf("__tostring");
    private static final LuaString TRUE = LuaString.valueOf("true");
    private static final LuaString FALSE = LuaString.valueOf("false");
    private static final LuaString NIL = LuaString.valueOf("nil");

    private ValueText() {}

    /** What {@code tostring} returns: a string, unless a metamethod returns something else, or more. */
    public static Varargs conversion(LuaValue value) {
        LuaValue handler = value.isstring() ? LuaValue.NIL : value.metatag(TOSTRING);
        if (!handler.isnil()
                && !handler.isfunction()
                && handler.metatag(LuaValue.CALL).isnil()) {
            throw OperationError.callOf(handler);
        }
        return handler.isnil() ? converted(value) : handler.invoke(value).eval();
    }

    /** The first of what {@code tostring} returns. */
    public static LuaValue converted(LuaValue value) {
        switch (value.type()) {
            case LuaValue.TSTRING -> {
                return value;
            }
            case LuaValue.TNUMBER, LuaValue.TINT -> {
                return value.strvalue();
            }
            case LuaValue.TNIL, LuaValue.TNONE -> {
                return NIL;
            }
            case LuaValue.TBOOLEAN -> {
                return value.toboolean() ? TRUE : FALSE;
            }
            default -> {
                LuaValue handler = value.metatag(TOSTRING);
                return handler.isnil() ? LuaString.valueOf(plain(value)) : handler.call(value);
            }
        }
    }

    /** The text of a value. */
    public static LuaString of(LuaValue value) {
        LuaValue text = converted(value);
        return text.isstring() ? text.strvalue() : of(text);
    }

    private static String plain(LuaValue value) {
        return value instanceof LuaTable || value instanceof LuaFunction
                ? value.typename() + ": " + Raising.address(value)
                : value.tojstring();
    }
}
