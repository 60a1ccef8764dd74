package io.gleamflow.row;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads one JSON text, by the grammar of RFC 8259 and nothing beyond it, as MessagePack. Whole numbers of 64 bits, signed or
 * unsigned, are exact, others are the nearest double; of a key that comes twice the last is taken; entries are in the order of
 * their keys' bytes. Nesting over 128 deep is refused, and so is a text that is not UTF-8.
 */
public final class JsonText {

    private static final int MAX_DEPTH = 128;

    private final byte[] text;
    private int at;

    private JsonText(byte[] text) {
        this.text = text;
    }

    /**
     * Writes the value of a text.
     *
     * @return whether the text is JSON; otherwise what has been written is of no use
     */
    public static boolean write(byte[] text, ValueWriter out) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            JsonText reader = new JsonText(text);
            reader.space();
            reader.value(out, 0);
            reader.space();
            return reader.at == text.length;
        } catch (NotJson | CharacterCodingException e) {
            return false;
        }
    }

    private int peek() {
        return at < text.length ? text[at] & 0xff : -1;
    }

    private boolean takes(int c) {
        if (peek() == c) {
            at++;
            return true;
        }
        return false;
    }

    private void need(boolean is) throws NotJson {
        if (!is) {
            throw new NotJson();
        }
    }

    private void space() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
            at++;
        }
    }

    private void value(ValueWriter out, int depth) throws NotJson {
        need(depth <= MAX_DEPTH);
        switch (peek()) {
            case '{' -> object(out, depth);
            case '[' -> array(out, depth);
            case '"' -> {
                Bytes string = string();
                out.string(string.array(), 0, string.length());
            }
            case 't' -> {
                word("true");
                out.bool(true);
            }
            case 'f' -> {
                word("false");
                out.bool(false);
            }
            case 'n' -> {
                word("null");
                out.nil();
            }
            default -> number(out);
        }
    }

    private void word(String word) throws NotJson {
        for (int i = 0; i < word.length(); i++) {
            need(takes(word.charAt(i)));
        }
    }

    private void array(ValueWriter out, int depth) throws NotJson {
        Bytes elements = new Bytes(64);
        ValueWriter writer = new ValueWriter(elements);
        int size = 0;
        at++;
        space();
        if (!takes(']')) {
            do {
                space();
                value(writer, depth + 1);
                size++;
                space();
            } while (takes(','));
            need(takes(']'));
        }
        out.listHeader(size);
        out.raw(elements.array(), 0, elements.length());
    }

    private void object(ValueWriter out, int depth) throws NotJson {
        Map<byte[], byte[]> entries = new TreeMap<>(Arrays::compareUnsigned);
        at++;
        space();
        if (!takes('}')) {
            do {
                space();
                Bytes key = new Bytes(16);
                Bytes string = string();
                new ValueWriter(key).string(string.array(), 0, string.length());
                space();
                need(takes(':'));
                space();
                Bytes value = new Bytes(16);
                value(new ValueWriter(value), depth + 1);
                entries.put(key.copy(), value.copy());
                space();
            } while (takes(','));
            need(takes('}'));
        }
        out.mapHeader(entries.size());
        entries.forEach((key, value) -> {
            out.raw(key, 0, key.length);
            out.raw(value, 0, value.length);
        });
    }

    private Bytes string() throws NotJson {
        need(takes('"'));
        Bytes string = new Bytes(32);
        while (!takes('"')) {
            int c = peek();
            need(c >= ' ');
            at++;
            if (c == '\\') {
                escaped(string);
            } else {
                string.put(c);
            }
        }
        return string;
    }

    private void escaped(Bytes string) throws NotJson {
        int c = peek();
        at++;
        switch (c) {
            case '"', '\\', '/' -> string.put(c);
            case 'b' -> string.put('\b');
            case 'f' -> string.put('\f');
            case 'n' -> string.put('\n');
            case 'r' -> string.put('\r');
            case 't' -> string.put('\t');
            case 'u' -> string.put(Character.toString(codePoint()).getBytes(StandardCharsets.UTF_8));
            default -> throw new NotJson();
        }
    }

    /** Of one escape, or of two that are a pair; half a pair is none. */
    private int codePoint() throws NotJson {
        char first = unit();
        if (!Character.isSurrogate(first)) {
            return first;
        }
        need(takes('\\') && takes('u'));
        char second = unit();
        need(Character.isSurrogatePair(first, second));
        return Character.toCodePoint(first, second);
    }

    private char unit() throws NotJson {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = at < text.length && text[at] > 0 ? Character.digit(text[at], 16) : -1;
            need(digit >= 0);
            unit = unit * 16 + digit;
            at++;
        }
        return (char) unit;
    }

    private void number(ValueWriter out) throws NotJson {
        int start = at;
        boolean negative = takes('-');
        if (!takes('0')) {
            digits();
        }
        boolean whole = peek() != '.' && peek() != 'e' && peek() != 'E';
        if (takes('.')) {
            digits();
        }
        if (takes('e') || takes('E')) {
            if (!takes('+')) {
                takes('-');
            }
            digits();
        }
        String number = new String(text, start, at - start, StandardCharsets.US_ASCII);
        if (!whole || !written(number, negative, out)) {
            double nearest = Double.parseDouble(number);
            need(!Double.isInfinite(nearest));
            out.number(nearest);
        }
    }

    private void digits() throws NotJson {
        need(peek() >= '0' && peek() <= '9');
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
    }

    /** Writes a whole number; false when it has more than 64 bits. */
    private static boolean written(String number, boolean negative, ValueWriter out) {
        try {
            long bits = negative ? Long.parseLong(number) : Long.parseUnsignedLong(number);
            if (bits < 0 && !negative) {
                out.bigUnsigned(bits);
            } else {
                out.integer(bits);
            }
            return true;
        } catch (NumberFormatException overflow) {
            return false;
        }
    }

    /** The text is not JSON; without a trace, since it is no defect. */
    private static final class NotJson extends Exception {
        NotJson() {
            super("not JSON", null, false, false);
        }
    }
}
