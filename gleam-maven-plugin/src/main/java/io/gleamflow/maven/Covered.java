package io.gleamflow.maven;

import io.gleamflow.testing.Coverage;
import io.gleamflow.testing.CoverageFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;

/** What tests of flows have covered, of each flow the last time; a watch does not test all of them each time. */
final class Covered {

    private final Map<FlowFile, Coverage> flows = new LinkedHashMap<>();

    void put(FlowFile file, Coverage coverage) {
        flows.put(file, coverage);
    }

    /** Those that are gone, or that have no tests any more. */
    void forget(Collection<FlowFile> files) {
        flows.keySet().removeAll(files);
    }

    /** Writes it; when nothing was covered, that of the build before stays. */
    void write(Path directory) throws MojoExecutionException {
        if (flows.isEmpty()) {
            return;
        }
        try {
            CoverageFiles.write(directory, List.copyOf(flows.values()));
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write " + directory.resolve(CoverageFiles.TEXT) + ": " + e, e);
        }
    }
}
