package io.gleamflow.connector;

import com.github.luben.zstd.util.Native;
import java.io.IOException;

/** The part of zstd that is machine code: its jar unpacks it among the temporary files of the JVM and loads it from there. */
final class ZstdLibrary {

    private ZstdLibrary() {}

    /**
     * Loads it, once.
     *
     * @throws IOException when it cannot be unpacked or may not be executed, with a cure
     */
    static void load() throws IOException {
        try {
            Native.load();
        } catch (LinkageError e) {
            throw new IOException(
                    "zstd cannot be used, because its library is unpacked into " + System.getProperty("java.io.tmpdir")
                            + " and loaded from there; name another directory with -Djava.io.tmpdir (" + e.getMessage()
                            + ")",
                    e);
        }
    }
}
