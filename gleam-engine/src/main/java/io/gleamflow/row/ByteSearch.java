package io.gleamflow.row;

/**
 * Looks for a byte in an array, eight at a time: a word is combined with the byte in every place, so that the byte becomes
 * zero, and the lowest zero is found by arithmetic (Warren, Hacker's Delight, section 6-1).
 */
public final class ByteSearch {

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long LOWS = ~HIGHS;

    /** Eight counts in a word, of which the lowest of each two can be added to the others as 16 bits. */
    private static final long EVEN_BYTES = 0x00ff00ff00ff00ffL;

    private static final long EVEN_ONES = 0x0001000100010001L;

    /** So many words can be counted until a byte of the counts is full. */
    private static final int MOST_WORDS = 255;

    private ByteSearch() {}

    /** How often the byte stands from {@code start} to before {@code end}. */
    public static long count(byte[] in, int start, int end, byte wanted) {
        long pattern = (wanted & 0xffL) * ONES;
        long count = 0;
        int at = start;
        while (at <= end - Long.BYTES) {
            int stop = at + Math.min(end - Long.BYTES + 1 - at, MOST_WORDS * Long.BYTES);
            long counts = 0;
            for (; at < stop; at += Long.BYTES) {
                long word = BigEndian.getLittleLong(in, at) ^ pattern;
                // exact in every byte, while the other form is so in the lowest only
                counts += (~((word & LOWS) + LOWS | word) & HIGHS) >>> 7;
            }
            count += ((counts & EVEN_BYTES) + (counts >>> 8 & EVEN_BYTES)) * EVEN_ONES >>> 48;
        }
        for (; at < end; at++) {
            count += in[at] == wanted ? 1 : 0;
        }
        return count;
    }

    /** Whether the byte stands from {@code start} to before {@code end}; for long stretches in which it seldom does. */
    public static boolean contains(byte[] in, int start, int end, byte wanted) {
        long pattern = (wanted & 0xffL) * ONES;
        int at = start;
        while (at <= end - Long.BYTES) {
            int stop = at + Math.min(end - Long.BYTES + 1 - at, MOST_WORDS * Long.BYTES);
            long found = 0;
            for (; at < stop; at += Long.BYTES) {
                long word = BigEndian.getLittleLong(in, at) ^ pattern;
                found |= word - ONES & ~word;
            }
            if ((found & HIGHS) != 0) {
                return true;
            }
        }
        return indexOf(in, at, end, wanted) >= 0;
    }

    /** The last index from {@code start} to before {@code end} at which the byte stands, or -1. */
    public static int lastIndexOf(byte[] in, int start, int end, byte wanted) {
        int at = end - 1;
        while (at >= start && in[at] != wanted) {
            at--;
        }
        return at < start ? -1 : at;
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
