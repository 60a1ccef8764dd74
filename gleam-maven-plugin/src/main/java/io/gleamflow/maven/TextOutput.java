package io.gleamflow.maven;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Where a goal puts a text that is its result: into the log, or into a file. */
record TextOutput(Log log, Workspace workspace) {

    /** @param file none means the log */
    void write(String text, @Nullable File file) throws MojoExecutionException {
        if (file == null) {
            text.lines().forEach(log::info);
            return;
        }
        Path path = workspace.baseDirectory().resolve(file.toPath());
        try {
            Path parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.write(path, text.getBytes(StandardCharsets.UTF_8));
            log.info("written to " + workspace.shown(path));
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write " + workspace.shown(path) + ": " + e, e);
        }
    }
}
