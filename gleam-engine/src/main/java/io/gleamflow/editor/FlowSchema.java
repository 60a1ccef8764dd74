package io.gleamflow.editor;

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
        return EditorResource.text(FILE);
    }
}
