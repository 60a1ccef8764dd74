package io.gleamflow.plan;

import java.util.Locale;
import java.util.Set;

/**
 * A file to read.
 *
 * @param path absolute
 * @param size in bytes when the run was planned; what is appended later is not read
 */
public record SourceFile(String path, long size) {

    private static final Set<String> PACKED = Set.of("gz", "zst", "zip");

    /** Whether its bytes are compressed, as its name says. */
    public boolean isPacked() {
        return PACKED.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
