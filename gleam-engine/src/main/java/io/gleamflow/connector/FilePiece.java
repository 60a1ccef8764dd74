package io.gleamflow.connector;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a text file: the lines whose first byte lies in {@code [start, end)}.
 *
 * @param path absolute
 * @param size of the file when the run was planned; nothing beyond is read
 */
public record FilePiece(String path, long start, long end, long size) {

    /**
     * One shard's part of several files read one after the other: of their bytes, laid end to end, the range that is its
     * due. Files without bytes are in no piece.
     */
    public static List<FilePiece> share(List<FilePiece> files, int shard, int shards) {
        long all = 0;
        for (FilePiece file : files) {
            all += file.size();
        }
        long from = bound(all, shard, shards);
        long to = bound(all, shard + 1, shards);
        List<FilePiece> pieces = new ArrayList<>();
        long passed = 0;
        for (FilePiece file : files) {
            long start = Math.max(from - passed, 0);
            long end = Math.min(to - passed, file.size());
            if (start < end) {
                pieces.add(new FilePiece(file.path(), start, end, file.size()));
            }
            passed += file.size();
        }
        return pieces;
    }

    /** A whole file. */
    public static FilePiece whole(String path, long size) {
        return new FilePiece(path, 0, size, size);
    }

    private static long bound(long all, int part, int parts) {
        return all / parts * part + all % parts * part / parts;
    }
}
