package io.gleamflow.row;

/**
 * Looks for a byte in an array, eight at a time: a word is combined with the byte in every place, so that the byte becomes
 * zero, and the lowest zero is found by arithmetic (Warren, Hacker's Delight, section 6-1).
 */
public final class ByteSearch {

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long LOWS = ~HIGHS;

    private ByteSearch() {}

    /** How often the byte stands from {@code start} to before {@code end}. */
    public static long count(byte[] in, int start, int end, byte wanted) {
        long pattern = (wanted & 0xffL) * ONES;
        long count = 0;
        int at = start;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            long word = BigEndian.getLittleLong(in, at) ^ pattern;
            // exact in every byte, while the other form is so in the lowest only
            count += Long.bitCount(~((word & LOWS) + LOWS | word) & HIGHS);
        }
        for (; at < end; at++) {
            count += in[at] == wanted ? 1 : 0;
        }
        return count;
    }

    /** The first index from {@code start} to before {@code end} at which the byte stands, or -1. */
    public static int indexOf(byte[] in, int start, int end, byte wanted) {
        long pattern = (wanted & 0xffL) * ONES;
        int at = start;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            long word = BigEndian.getLittleLong(in, at) ^ pattern;
            long zeros = word - ONES & ~word & HIGHS;
            if (zeros != 0) {
                return at + (Long.numberOfTrailingZeros(zeros) >>> 3);
            }
        }
        for (; at < end; at++) {
            if (in[at] == wanted) {
                return at;
            }
        }
        return -1;
    }
}
