package io.gleamflow.row;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value by itself, for descriptors, messages and tests; rows on their way are bytes and never become these. */
public sealed interface Value {

    /** No value. */
    record Nil() implements Value {
        @Override
        public String toString() {
            return "nil";
        }
    }

    record Bool(boolean value) implements Value {
        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    /** A whole number, exact. */
    record Int(long value) implements Value {
        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    /** A whole number from 2^63 to 2^64-1. */
    record BigInt(BigInteger value) implements Value {
        public BigInt {
            if (value.bitLength() != Long.SIZE || value.signum() < 0) {
                throw new IllegalArgumentException(value + " is not between 2^63 and 2^64-1");
            }
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    record Real(double value) implements Value {
        @Override
        public String toString() {
            return NumberText.of(value);
        }
    }

    /** A text: any bytes, usually UTF-8. The array is never changed by whoever has it. */
    record Str(byte[] bytes) implements Value {
        public static Str of(String text) {
            return new Str(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Str str && Arrays.equals(bytes, str.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    record ListOf(List<Value> values) implements Value {
        public ListOf {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return values.toString();
        }
    }

    record MapOf(Map<Value, Value> entries) implements Value {
        public MapOf {
            // Map.copyOf would have another order in every virtual machine
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String toString() {
            return entries.toString();
        }
    }

    /** A MessagePack extension value; passes through untouched. */
    record Ext(int type, byte[] bytes) implements Value {
        @Override
        public boolean equals(Object other) {
            return other instanceof Ext ext && type == ext.type && Arrays.equals(bytes, ext.bytes);
        }

        @Override
        public int hashCode() {
            return 31 * type + Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "ext(" + type + ", " + bytes.length + " bytes)";
        }
    }
}
