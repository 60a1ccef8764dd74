package io.gleamflow.lua.cured;

/** How messages show the name of a text: {@code @file} and {@code =name} as they are, anything else as a quotation. */
public final class ChunkName {
    private static final int QUOTED = 48;
    private static final int CUT = 45;

    private ChunkName() {}

    /** The name to show. File names are never shortened: whoever reads the message wants to open the file. */
    public static String shown(String name) {
        if (name.startsWith("@") || name.startsWith("=")) {
            return name.substring(1);
        }
        int length = 0;
        while (length < name.length() && length < QUOTED && name.charAt(length) >= ' ') {
            length++;
        }
        return length == name.length()
                ? "[string \"" + name + "\"]"
                : "[string \"" + name.substring(0, Math.min(length, CUT)) + "...\"]";
    }
}
