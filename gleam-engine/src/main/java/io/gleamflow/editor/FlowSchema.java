package io.gleamflow.editor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The JSON Schema of descriptors, in the draft 07 that editors know. It has every word of the language, with a text that
 * editors show, and refuses what can be refused without knowing columns, datasets, Lua or files.
 */
public final class FlowSchema {

    /** The name of the file that editors are pointed to. */
    public static final String FILE = "flow.schema.json";

    private FlowSchema() {}

    /** The whole schema, of this version of gleam. */
    public static String text() {
        try (InputStream in = FlowSchema.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
