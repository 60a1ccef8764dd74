package io.gleamflow.descriptor;

import java.util.ArrayList;
import java.util.List;

/** Which lines of a block of csv belong to which record. */
final class CsvLines {

    private final List<Integer> ends = new ArrayList<>();

    /**
     * Divides the lines of a block: each record ends one, and has before it the lines without anything that are none.
     *
     * @param lines without indentation
     */
    CsvLines(List<String> lines) {
        boolean single = true;
        boolean header = true;
        boolean quoted = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!quoted && line.isEmpty() && (header || !single)) {
                continue;
            }
            boolean inside = isOpen(line, quoted);
            if (header) {
                single &= line.indexOf(',') < 0;
            }
            quoted = inside;
            if (!quoted) {
                ends.add(i + 1);
                header = false;
            }
        }
    }

    /** Whether a field goes on in the next line. */
    private static boolean isOpen(String line, boolean before) {
        boolean quoted = before;
        boolean fieldStart = !before;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"' && fieldStart) {
                quoted = true;
            }
            fieldStart = !quoted && c == ',';
        }
        return quoted;
    }

    /** How many records there are, the header among them. */
    int records() {
        return ends.size();
    }

    int start(int record) {
        return record == 0 ? 0 : ends.get(record - 1);
    }

    int end(int record) {
        return ends.get(record);
    }
}
