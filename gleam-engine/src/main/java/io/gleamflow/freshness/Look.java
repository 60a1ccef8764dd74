package io.gleamflow.freshness;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a file system tells of a file without reading it.
 *
 * @param modified when its bytes were changed, in nanoseconds since 1970
 * @param changed when anything of it was, which nobody can set back; the same where the system does not tell
 * @param number of the file, which tells it from others of the same size and time; 0 where the system does not tell
 */
record Look(long size, long modified, long changed, long number) {

    /** Of what is not looked at. */
    static final Look NONE = new Look(0, 0, 0, 0);

    /** Whether the system tells when anything of a file was changed. Asked once, since files are looked at by the hundred. */
    static final boolean TELLS_CHANGES =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

    private static final String WANTED = (TELLS_CHANGES ? "unix:ctime,ino," : "") + "size,lastModifiedTime,";
    private static final long SECOND = 1_000_000_000L;

    /** Linux counts in ticks of its clock, 10 ms at most. */
    private static final long FINE = 20_000_000L;

    /** A time in whole seconds may be of a file system that knows no finer ones; FAT counts in two. */
    private static final long COARSE = 2 * SECOND;

    /** Written out: what the compiler leaves to the first call takes longer than to look at many files. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Look look
                && size == look.size
                && modified == look.modified
                && changed == look.changed
                && number == look.number;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(31 * (31 * (31 * size + modified) + changed) + number);
    }

    /** @throws IOException when there is no such regular file; a link is followed */
    static Look at(Path file) throws IOException {
        return at(file, "isRegularFile");
    }

    /** The same of a directory, where a name that comes or goes is a change; what is in its files is none. */
    static Look atDirectory(Path directory) throws IOException {
        return at(directory, "isDirectory");
    }

    private static Look at(Path file, String kind) throws IOException {
        Map<String, Object> found = Files.readAttributes(file, WANTED + kind);
        if (!Boolean.TRUE.equals(found.get(kind))) {
            throw new IOException(file + " is no " + (kind.equals("isDirectory") ? "directory" : "regular file"));
        }
        long modified = nanos(found.get("lastModifiedTime"));
        long changed = TELLS_CHANGES ? nanos(found.get("ctime")) : modified;
        long size = found.get("size") instanceof Long known ? known : -1;
        return new Look(size, modified, changed, found.get("ino") instanceof Long number ? number : 0);
    }

    private static long nanos(@Nullable Object time) {
        return time instanceof FileTime known ? known.to(TimeUnit.NANOSECONDS) : Long.MAX_VALUE;
    }

    /**
     * Whether a change after that moment would have shown. What was changed just before it, or later as clocks have it, may
     * have been changed once more within the same tick, and has to be read.
     */
    boolean isOlderThan(long moment) {
        long newest = Math.max(modified, changed);
        long tick = newest % SECOND == 0 ? COARSE : FINE;
        return newest < moment - tick;
    }

    boolean isSame(Look other) {
        return size == other.size && modified == other.modified && changed == other.changed && number == other.number;
    }

    /** How long to wait until a change would show. */
    static long tickMillis() {
        return TimeUnit.NANOSECONDS.toMillis(FINE) + 2;
    }

    /** Now, as it is compared with. */
    static long now() {
        return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    }
}
