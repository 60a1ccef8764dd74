package io.gleamflow.page;

import io.gleamflow.report.BuildReport;
import io.gleamflow.report.ReportTexts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes the report of a build. */
public final class ReportFiles {

    /** The page among them. */
    public static final String PAGE = "index.html";

    private ReportFiles() {}

    /**
     * Writes page, JSON and trace, each as a whole or not at all.
     *
     * @return where the page is
     */
    public static Path write(Path directory, BuildReport build) throws IOException {
        Files.createDirectories(directory);
        replace(directory.resolve("trace.tsv"), ReportTexts.trace(build));
        replace(directory.resolve("report.json"), ReportTexts.json(build));
        return replace(directory.resolve(PAGE), ReportPage.of(build));
    }

    private static Path replace(Path file, String text) throws IOException {
        // not a temporary file of the system, which only its owner may read
        Path aside = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.write(aside, text.getBytes(StandardCharsets.UTF_8));
            move(aside, file);
        } finally {
            Files.deleteIfExists(aside);
        }
        return file;
    }

    private static void move(Path aside, Path file) throws IOException {
        try {
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
