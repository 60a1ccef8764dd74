package io.gleamflow.connector;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.ValueWriter;
import java.io.IOException;
import java.math.BigInteger;

/**
 * Values of JSON as MessagePack. Whole numbers are exact up to 64 bits, other numbers become the nearest double; one too
 * large for a double is an error.
 */
final class JsonValues {

    private final int longest;
    private final Bytes head = new Bytes(16);
    private final ValueWriter heads = new ValueWriter(head);

    /**
     * @param longest bytes that may be written before all is refused
     */
    JsonValues(int longest) {
        this.longest = longest;
    }

    /** Appends the value whose first token the parser is at, and leaves the parser at its last. */
    void append(JsonParser parser, Bytes out) throws IOException {
        ValueWriter values = new ValueWriter(out);
        append(parser, out, values);
    }

    private void append(JsonParser parser, Bytes out, ValueWriter values) throws IOException {
        JsonToken token = parser.currentToken();
        switch (token) {
            case VALUE_NULL -> values.nil();
            case VALUE_TRUE -> values.bool(true);
            case VALUE_FALSE -> values.bool(false);
            case VALUE_STRING -> {
                int start = out.length();
                put(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength(), out);
                head.clear();
                heads.stringHeader(out.length() - start);
                insertHead(out, start);
            }
            case VALUE_NUMBER_INT -> whole(parser, values);
            case VALUE_NUMBER_FLOAT -> values.number(finite(parser.getDoubleValue()));
            case START_ARRAY -> list(parser, out, values);
            case START_OBJECT -> map(parser, out, values);
            default -> throw new IllegalStateException("no value starts with " + token);
        }
        if (out.length() > longest) {
            throw Refused.tooLong(longest);
        }
    }

    private static void whole(JsonParser parser, ValueWriter values) throws IOException {
        if (parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            values.integer(parser.getLongValue());
            return;
        }
        BigInteger number = parser.getBigIntegerValue();
        if (number.signum() > 0 && number.bitLength() <= Long.SIZE) {
            values.bigUnsigned(number.longValue());
        } else {
            values.number(finite(number.doubleValue()));
        }
    }

    private static double finite(double number) {
        if (Double.isInfinite(number) || Double.isNaN(number)) {
            throw new Refused("a number is too large");
        }
        return number;
    }

    private void list(JsonParser parser, Bytes out, ValueWriter values) throws IOException {
        int start = out.length();
        int size = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            append(parser, out, values);
            size++;
        }
        head.clear();
        heads.listHeader(size);
        insertHead(out, start);
    }

    private void map(JsonParser parser, Bytes out, ValueWriter values) throws IOException {
        int start = out.length();
        int size = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            int key = out.length();
            String name = parser.currentName();
            put(name.toCharArray(), 0, name.length(), out);
            head.clear();
            heads.stringHeader(out.length() - key);
            insertHead(out, key);
            parser.nextToken();
            append(parser, out, values);
            size++;
        }
        head.clear();
        heads.mapHeader(size);
        insertHead(out, start);
    }

    /** Moves what was written from {@code start} on behind the head, whose length was not known before. */
    private void insertHead(Bytes out, int start) {
        int length = head.length();
        byte[] array = out.room(length);
        System.arraycopy(array, start, array, start + length, out.length() - start);
        System.arraycopy(head.array(), 0, array, start, length);
        out.length(out.length() + length);
    }

    private static void put(char[] text, int offset, int length, Bytes out) {
        byte[] to = out.room(Math.multiplyExact(length, 3));
        int at = out.length();
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            char c = text[i];
            if (c < 0x80) {
                to[at++] = (byte) c;
            } else if (c < 0x800) {
                to[at++] = (byte) (0xc0 | c >> 6);
                to[at++] = (byte) (0x80 | c & 0x3f);
            } else if (!Character.isSurrogate(c)) {
                to[at++] = (byte) (0xe0 | c >> 12);
                to[at++] = (byte) (0x80 | c >> 6 & 0x3f);
                to[at++] = (byte) (0x80 | c & 0x3f);
            } else {
                if (i + 1 == end || !Character.isSurrogatePair(c, text[i + 1])) {
                    throw new Refused("a text has one half of a pair of surrogates, which is no character");
                }
                int point = Character.toCodePoint(c, text[++i]);
                to[at++] = (byte) (0xf0 | point >> 18);
                to[at++] = (byte) (0x80 | point >> 12 & 0x3f);
                to[at++] = (byte) (0x80 | point >> 6 & 0x3f);
                to[at++] = (byte) (0x80 | point & 0x3f);
            }
        }
        out.length(at);
    }
}
