package io.gleamflow.connector;

import io.gleamflow.flow.FileFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of the columns of a csv or tsv file, and how many there must be. */
final class Header {

    private final FileFormat format;
    private final List<String> expected;
    private List<String> names;

    /**
     * @param expected what the header of every file must be, or empty
     */
    Header(FileFormat format, List<String> expected) {
        this.format = format;
        this.expected = expected;
        this.names = format.columns();
    }

    /** What is known before the file is open: pieces behind a file's start have no header. */
    void begin() {
        names = format.hasHeader() ? expected : format.columns();
    }

    /** Takes the first record of a file. */
    void take(List<String> header) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            if (name.isEmpty()) {
                throw new Refused("column " + (i + 1) + " of the header has no name");
            }
            if (!seen.add(name)) {
                throw new Refused("two columns of the header have the name " + name);
            }
        }
        if (!expected.isEmpty() && !expected.equals(header)) {
            throw new Refused("the header is " + String.join(", ", header) + "; it must be "
                    + String.join(", ", expected) + ", as in the first file");
        }
        names = List.copyOf(header);
    }

    void checkWidth(int width) {
        if (width != names.size()) {
            String by = format.hasHeader() ? ", the header has " : ", `columns` has ";
            throw new Refused(width + (width == 1 ? " column" : " columns") + by + names.size());
        }
    }

    List<String> names() {
        return names;
    }

    static SourceException missing(String file) {
        return new SourceException(file + " is empty; a header with the names of the columns must be there");
    }
}
