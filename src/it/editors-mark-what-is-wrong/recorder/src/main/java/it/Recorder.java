package it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import javax.inject.Named;
import javax.inject.Singleton;
import org.eclipse.sisu.Priority;
import org.sonatype.plexus.build.incremental.ThreadBuildContext;

/** Notes what goals tell an editor. As in Eclipse, it is a core component of Maven, beside the one for the command line. */
@Named("default")
@Singleton
@Priority(1000)
public final class Recorder extends ThreadBuildContext {

    private final Path base = Paths.get(System.getProperty("maven.multiModuleProjectDirectory"));

    private void note(String word, File file, String more) {
        String name = base.relativize(file.toPath()).toString().replace('\\', '/');
        try {
            Files.write(
                    base.resolve("told.txt"),
                    Collections.singleton(word + " " + name + more),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void refresh(File file) {
        note("changed", file, "");
    }

    @Override
    public void removeMessages(File file) {
        note("clear", file, "");
    }

    @Override
    public void addMessage(File file, int line, int column, String message, int severity, Throwable cause) {
        String kind = severity == SEVERITY_ERROR ? "error" : "warning";
        note(kind, file, ":" + line + ":" + column + ": " + message + (cause == null ? "" : " [" + cause.getMessage() + "]"));
    }
}
