package io.gleamflow.operator;

/** Sorts numbers 0 .. n-1 by what they stand for: a stable merge sort, bottom up, over an int array. */
final class IndexSort {

    /** Runs of this many are sorted by insertion before merging begins. */
    private static final int SMALL = 12;

    /** Compares what two numbers stand for. */
    interface Order {
        int compare(int left, int right);
    }

    private IndexSort() {}

    /** The numbers from 0 to {@code count - 1} in order; equal ones keep their order. */
    static int[] sort(int count, Order order) {
        int[] from = new int[count];
        for (int i = 0; i < count; i++) {
            from[i] = i;
        }
        for (int start = 0; start < count; start += SMALL) {
            insert(from, start, Math.min(start + SMALL, count), order);
        }
        int[] to = new int[count];
        for (long width = SMALL; width < count; width *= 2) {
            for (long start = 0; start < count; start += 2 * width) {
                int middle = (int) Math.min(start + width, count);
                merge(from, to, (int) start, middle, (int) Math.min(start + 2 * width, count), order);
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static void insert(int[] index, int start, int end, Order order) {
        for (int i = start + 1; i < end; i++) {
            int moving = index[i];
            int at = i;
            while (at > start && order.compare(index[at - 1], moving) > 0) {
                index[at] = index[at - 1];
                at--;
            }
            index[at] = moving;
        }
    }

    private static void merge(int[] from, int[] to, int start, int middle, int end, Order order) {
        if (middle >= end || order.compare(from[middle - 1], from[middle]) <= 0) {
            System.arraycopy(from, start, to, start, end - start);
            return;
        }
        int left = start;
        int right = middle;
        for (int at = start; at < end; at++) {
            if (left < middle && (right >= end || order.compare(from[left], from[right]) <= 0)) {
                to[at] = from[left++];
            } else {
                to[at] = from[right++];
            }
        }
    }
}
