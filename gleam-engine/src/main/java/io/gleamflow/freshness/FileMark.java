package io.gleamflow.freshness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A file as it was at a moment.
 *
 * @param sha256 of its bytes
 */
record FileMark(Look look, String sha256) {

    /** Reads files once in one comparison, however often they are asked for. Not thread-safe. */
    static final class Reader {

        private final Map<Path, FileMark> read = new HashMap<>();
        private final long since = Look.now();

        /** @throws IOException when there is no such regular file, or it cannot be read */
        FileMark of(Path file) throws IOException {
            Look look = Look.at(file);
            FileMark known = read.get(file);
            if (known != null && known.look().equals(look) && look.isOlderThan(since)) {
                return known;
            }
            FileMark mark = new FileMark(look, Digest.of(file));
            read.put(file, mark);
            return mark;
        }

        /** The same, without reading what has not been touched since it was marked. */
        FileMark of(Path file, FileMark before, long marked) throws IOException {
            Look look = Look.at(file);
            return before.look().equals(look) && look.isOlderThan(marked) ? before : of(file);
        }

        /** Whether a file has the bytes that it had. */
        boolean isSame(Path file, FileMark before, long marked) throws IOException {
            Look look = Look.at(file);
            return look.size() == before.look().size()
                    && of(file, before, marked).sha256().equals(before.sha256());
        }
    }
}
