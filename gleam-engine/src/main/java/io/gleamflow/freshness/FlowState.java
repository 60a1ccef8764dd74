package io.gleamflow.freshness;

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
     * @param real where that was, behind all links
     */
    record Output(String path, FileMark mark, String real) {}
}
