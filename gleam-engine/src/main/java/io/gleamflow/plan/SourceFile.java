package io.gleamflow.plan;

import io.gleamflow.flow.FileName;

/**
 * A file to read.
 *
 * @param path absolute
 * @param size in bytes when the run was planned; what is appended later is not read
 */
public record SourceFile(String path, long size) {

    /** Whether its bytes are compressed, as its name says. */
    public boolean isPacked() {
        return FileName.isPacked(path);
    }
}
