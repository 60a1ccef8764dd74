package io.gleamflow.maven;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The standard output of the process itself. Maven makes lines of its log of whatever is written to {@code System.out}, and
 * what is written here must reach a terminal, or whoever reads the output, as it is.
 */
final class StandardOutput {

    private static final Path LINK = Path.of("/proc/self/fd/1");

    /** From this version on the JVM has a console also where there is no terminal. */
    private static final int ALWAYS_A_CONSOLE = 22;

    private StandardOutput() {}

    /** Writes a text at once; that nobody reads it any more is nobody's failure. */
    static void write(String text) {
        System.out.flush();
        try {
            // not closed: it is not ours
            new FileOutputStream(FileDescriptor.out).write(text.getBytes(Charset.defaultCharset()));
        } catch (IOException e) {
            // whatever reads the output has gone, and Maven will notice by itself
        }
    }

    /** Whether somebody may look at it while it is written. */
    @SuppressWarnings("SystemConsoleNull") // only asked where null means that there is none
    static boolean isTerminal() {
        try {
            if (Files.exists(LINK)) {
                String target = LINK.toRealPath().toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
            }
        } catch (IOException | UncheckedIOException e) {
            // a pipe has no path
            return false;
        }
        return Runtime.version().feature() < ALWAYS_A_CONSOLE && System.console() != null;
    }
}
