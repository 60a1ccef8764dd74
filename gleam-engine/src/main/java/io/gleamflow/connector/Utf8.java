package io.gleamflow.connector;

/** Tells whether bytes are UTF-8, as RFC 3629 has it: shortest forms, no surrogates, nothing above U+10FFFF. */
final class Utf8 {

    private Utf8() {}

    static boolean isValid(byte[] b, int start, int end) {
        int at = start;
        while (at < end) {
            if (b[at] >= 0) {
                at++;
                continue;
            }
            int length = length(b, at, end);
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** The bytes of the character at {@code at}, or 0 when there is no whole one. */
    private static int length(byte[] b, int at, int end) {
        int c = b[at] & 0xff;
        int length = c < 0xc2 ? 0 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : c < 0xf5 ? 4 : 0;
        if (length == 0 || at + length > end) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((b[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        int second = b[at + 1] & 0xff;
        boolean outside = c == 0xe0 && second < 0xa0
                || c == 0xed && second > 0x9f
                || c == 0xf0 && second < 0x90
                || c == 0xf4 && second > 0x8f;
        return outside ? 0 : length;
    }

    /** How many characters; a byte that belongs to none counts as one. */
    static int characters(byte[] b, int start, int end) {
        int count = 0;
        for (int at = start; at < end; at = next(b, at, end)) {
            count++;
        }
        return count;
    }

    /** Where the character behind the one at {@code at} starts; a byte that belongs to none is one. */
    static int next(byte[] b, int at, int end) {
        return b[at] >= 0 ? at + 1 : at + Math.max(1, length(b, at, end));
    }
}
