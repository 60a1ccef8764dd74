package io.gleamflow.freshness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What was so after a run that went well.
 *
 * @param base of the project
 * @param descriptor as messages call it
 * @param salt of the digests
 * @param taken when the inputs were looked at, before the run
 * @param written when the outputs were, after it
 */
record FlowState(
        Path base,
        String descriptor,
        String salt,
        Fingerprint fingerprint,
        long taken,
        List<Input> inputs,
        long written,
        List<Output> outputs) {

    FlowState {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /**
     * A file that was read.
     *
     * @param path as people write it
     */
    record Input(String path, FileMark mark) {}

    /**
     * A file that was written.
     *
     * @param path as people write it
     * @param real where that was, behind all links; in the project seen from where that is
     */
    record Output(String path, FileMark mark, String real) {

        /** Whether it is the project's, and goes where that goes. */
        private boolean isInProject() {
            return !Path.of(path).isAbsolute() && !Path.of(real).isAbsolute();
        }

        /** What {@link #real} is of a file that is there. */
        static String real(Path file, Path base) throws IOException {
            return InputFiles.shown(file.toRealPath(), base.toRealPath());
        }
    }

    /** What of it is true in a project that has been moved, or whose build directory has come from elsewhere. */
    FlowState in(Path otherBase) {
        return otherBase.equals(base)
                ? this
                : new FlowState(
                        base,
                        descriptor,
                        salt,
                        fingerprint,
                        taken,
                        inputs,
                        written,
                        outputs.stream().filter(Output::isInProject).toList());
    }
}
