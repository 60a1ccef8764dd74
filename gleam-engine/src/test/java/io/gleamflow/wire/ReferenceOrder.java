package io.gleamflow.wire;

import io.gleamflow.row.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The order of values, written once more in the plainest way, to compare with. */
public final class ReferenceOrder implements Comparator<Value> {

    @Override
    public int compare(Value left, Value right) {
        int byKind = Integer.compare(kind(left), kind(right));
        if (byKind != 0) {
            return byKind;
        }
        if (left instanceof Value.Bool a && right instanceof Value.Bool b) {
            return Boolean.compare(a.value(), b.value());
        } else if (kind(left) == 2) {
            return numbers(left, right);
        } else if (left instanceof Value.Str a && right instanceof Value.Str b) {
            return Arrays.compareUnsigned(a.bytes(), b.bytes());
        } else if (left instanceof Value.ListOf a && right instanceof Value.ListOf b) {
            return lists(a.values(), b.values());
        } else if (left instanceof Value.MapOf a && right instanceof Value.MapOf b) {
            return lists(flat(a), flat(b));
        }
        if (left instanceof Value.Ext a && right instanceof Value.Ext b) {
            return Arrays.compareUnsigned(a.bytes(), b.bytes());
        }
        return 0;
    }

    private static int kind(Value value) {
        if (value instanceof Value.Nil) {
            return 0;
        } else if (value instanceof Value.Bool) {
            return 1;
        } else if (value instanceof Value.Str) {
            return 3;
        } else if (value instanceof Value.ListOf) {
            return 4;
        } else if (value instanceof Value.MapOf) {
            return 5;
        }
        return value instanceof Value.Ext ? 6 : 2;
    }

    private static int numbers(Value left, Value right) {
        double a = special(left);
        double b = special(right);
        if (Double.isNaN(a) || Double.isNaN(b) || Double.isInfinite(a) || Double.isInfinite(b)) {
            return Double.compare(a, b);
        }
        return exact(left).compareTo(exact(right));
    }

    private static double special(Value value) {
        return value instanceof Value.Real number
                ? number.value()
                : exact(value).doubleValue();
    }

    private static BigDecimal exact(Value value) {
        if (value instanceof Value.Int integer) {
            return BigDecimal.valueOf(integer.value());
        } else if (value instanceof Value.BigInt big) {
            return new BigDecimal(big.value());
        }
        return new BigDecimal(((Value.Real) value).value());
    }

    private int lists(List<Value> left, List<Value> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private List<Value> flat(Value.MapOf map) {
        List<Value> flat = new ArrayList<>();
        map.entries().entrySet().stream().sorted(Map.Entry.comparingByKey(this)).forEach(entry -> {
            flat.add(entry.getKey());
            flat.add(entry.getValue());
        });
        return flat;
    }
}
