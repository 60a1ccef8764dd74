package io.gleamflow.lua.lib;

import io.gleamflow.lua.cured.LibraryError;
import io.gleamflow.lua.cured.OperationError;
import io.gleamflow.lua.cured.Strings;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * {@code table.sort}. Which of two equal elements comes first is part of what a script sees, so this is the quicksort that Lua has:
 *
 * <ol>
 *   <li>put the first, the middle and the last element in order; that is all for up to three;
 *   <li>the middle one is the pivot and waits in the last place but one;
 *   <li>from both ends look for elements on the wrong side of the pivot, and exchange them, until the two searches meet;
 *   <li>put the pivot there, sort the smaller side in the same way, go on with the larger.
 * </ol>
 */
final class Sorting {
    private final LuaValue[] values;
    private final @Nullable LuaFunction order;

    Sorting(LuaValue[] values, @Nullable LuaFunction order) {
        this.values = values;
        this.order = order;
    }

    void sort() {
        sort(0, values.length - 1);
    }

    private void sort(int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            order(low, high);
            if (high - low == 1) {
                return;
            }
            int middle = low + (high - low) / 2;
            if (!order(low, middle)) {
                order(middle, high);
            }
            if (high - low == 2) {
                return;
            }
            int pivot = partition(low, high, middle);
            if (pivot - low < high - pivot) {
                sort(low, pivot - 1);
                low = pivot + 1;
            } else {
                sort(pivot + 1, high);
                high = pivot - 1;
            }
        }
    }

    /** Where the pivot ends. */
    private int partition(int low, int high, int middle) {
        LuaValue pivot = values[middle];
        exchange(middle, high - 1);
        int left = low;
        int right = high - 1;
        while (true) {
            do {
                if (++left > high) {
                    throw invalid();
                }
            } while (less(values[left], pivot));
            do {
                if (--right < low) {
                    throw invalid();
                }
            } while (less(pivot, values[right]));
            if (right < left) {
                exchange(high - 1, left);
                return left;
            }
            exchange(left, right);
        }
    }

    private static LibraryError invalid() {
        return new LibraryError("invalid order function for sorting");
    }

    /** Exchanges two elements unless they are in order; whether it did. */
    private boolean order(int first, int second) {
        if (less(values[second], values[first])) {
            exchange(first, second);
            return true;
        }
        return false;
    }

    private void exchange(int i, int j) {
        LuaValue value = values[i];
        values[i] = values[j];
        values[j] = value;
    }

    private boolean less(LuaValue left, LuaValue right) {
        if (order != null) {
            return Callback.call(order, left, right).toboolean();
        } else if (left instanceof LuaString a && right instanceof LuaString b) {
            return Strings.compare(a, b) < 0;
        } else if (left instanceof LuaString || right instanceof LuaString) {
            throw OperationError.comparison(left, right);
        } else if (left instanceof LuaNumber != right instanceof LuaNumber && left.type() != LuaValue.TUSERDATA) {
            if (right.type() != LuaValue.TUSERDATA) {
                throw OperationError.comparison(left, right);
            }
        }
        return left.lt_b(right);
    }
}
