package io.gleamflow.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Flows to begin with, each with data and a test. */
public final class Template {

    /** What there is to choose from. */
    public static final List<String> NAMES = List.of("words", "join", "shell");

    private static final String MARK = "=== ";

    private Template() {}

    /**
     * The files of a template, by their paths in a project, with their texts. The first is the descriptor.
     *
     * @param name one of {@link #NAMES}
     */
    public static Map<String, String> files(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(name);
        }
        Map<String, String> files = new LinkedHashMap<>();
        String text = "\n" + EditorResource.text("templates/" + name + ".txt");
        for (String part : text.split("\n" + MARK, -1)) {
            int end = part.indexOf('\n');
            if (end > 0) {
                String file = part.substring(end + 1);
                files.put(part.substring(0, end), file.endsWith("\n") ? file : file + "\n");
            }
        }
        return files;
    }
}
