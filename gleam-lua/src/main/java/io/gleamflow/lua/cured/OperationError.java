package io.gleamflow.lua.cured;

import io.gleamflow.lua.Int64;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;

/** An operation that a value does not have. */
public final class OperationError extends ScriptError {

    /** What was attempted. */
    public enum Operation {
        INDEX("index"),
        CALL("call"),
        ARITHMETIC("perform arithmetic on"),
        CONCATENATION("concatenate"),
        LENGTH("get length of"),
        COMPARISON("compare");

        private final String words;

        Operation(String words) {
            this.words = words;
        }
    }

    private final Operation operation;
    private final transient LuaValue culprit;
    private final transient @Nullable LuaValue other;
    private final boolean standsForCalled;

    /** An operation on a value that does not have it. */
    public OperationError(Operation operation, LuaValue culprit) {
        this(operation, culprit, null, false);
    }

    private OperationError(Operation operation, LuaValue culprit, @Nullable LuaValue other, boolean standsForCalled) {
        super(1);
        this.operation = operation;
        this.culprit = culprit;
        this.other = other;
        this.standsForCalled = standsForCalled;
    }

    /** A metamethod that cannot be called, which a function of the libraries calls in its own place. */
    public static OperationError callOf(LuaValue metamethod) {
        return new OperationError(Operation.CALL, metamethod, null, true);
    }

    /** Two values that have no order. */
    public static OperationError comparison(LuaValue left, LuaValue right) {
        return new OperationError(Operation.COMPARISON, left, right, false);
    }

    @Override
    protected String problem(@Nullable CallSite site) {
        if (other != null) {
            LuaValue[] operands = site == null ? null : VariableName.compared(site, culprit, other);
            return operands == null ? comparing(culprit, other) : comparing(operands[0], operands[1]);
        }
        VariableName name = site == null
                ? null
                : standsForCalled ? VariableName.called(site) : VariableName.ofCulprit(site, operation, culprit);
        String type = culprit instanceof Int64 ? Int64.DESCRIPTION : culprit.typename() + " value";
        return "attempt to " + operation.words + " "
                + (name == null ? "a " + type : name.kind() + " '" + name.name() + "' (a " + type + ")");
    }

    private static String comparing(LuaValue left, LuaValue right) {
        String first = left.typename();
        String second = right.typename();
        return first.equals(second)
                ? "attempt to compare two " + first + " values"
                : "attempt to compare " + first + " with " + second;
    }
}
