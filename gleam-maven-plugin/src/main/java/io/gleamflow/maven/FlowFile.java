package io.gleamflow.maven;

import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A descriptor found on disk.
 *
 * @param name of the flow: the file name without extension
 * @param path of the descriptor, absolute
 */
record FlowFile(String name, Path path) {

    /** Written out: what the compiler leaves to the first call takes longer than to read a small flow. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FlowFile file && path.equals(file.path) && name.equals(file.name);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    static FlowFile at(Path path) {
        String file = String.valueOf(path.getFileName());
        int dot = file.lastIndexOf('.');
        return new FlowFile(dot > 0 ? file.substring(0, dot) : file, path);
    }

    /** Their names, for messages. */
    static String names(Collection<FlowFile> files) {
        return files.stream().map(FlowFile::name).collect(Collectors.joining(", "));
    }
}
