package io.gleamflow.maven;

import java.io.File;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.plexus.util.Scanner;
import org.jspecify.annotations.Nullable;
import org.sonatype.plexus.build.incremental.BuildContext;

/** An editor that shows marks as Eclipse does: one stays until the messages of its file are removed. */
final class RecordedContext implements BuildContext {

    final Map<String, List<String>> marks = new HashMap<>();
    final List<String> refreshed = new ArrayList<>();
    final List<@Nullable Throwable> causes = new ArrayList<>();

    /** What was saved since the last build, with all directories above; none for a build of everything. */
    @Nullable
    Set<File> delta;

    private final Map<String, Object> values = new HashMap<>();

    void saved(File... files) {
        Set<File> changed = new HashSet<>();
        for (File file : files) {
            for (File each = file; each != null; each = each.getParentFile()) {
                changed.add(each);
            }
        }
        delta = changed;
    }

    @Override
    public boolean isIncremental() {
        return delta != null;
    }

    @Override
    public boolean hasDelta(File file) {
        return delta == null || delta.contains(file);
    }

    @Override
    public void refresh(File file) {
        refreshed.add(file.getPath());
    }

    @Override
    public void setValue(String key, Object value) {
        values.put(key, value);
    }

    @Override
    public @Nullable Object getValue(String key) {
        return values.get(key);
    }

    @Override
    public void addMessage(File file, int line, int column, String message, int severity, @Nullable Throwable cause) {
        String word = severity == SEVERITY_ERROR ? "error" : severity == SEVERITY_WARNING ? "warning" : "?";
        marks.computeIfAbsent(file.getName(), name -> new ArrayList<>())
                .add(word + " " + line + ":" + column + " " + message);
        causes.add(cause);
    }

    @Override
    public void removeMessages(File file) {
        marks.remove(file.getName());
    }

    @Override
    public boolean hasDelta(String path) {
        throw unused();
    }

    @Override
    @SuppressWarnings("rawtypes") // as declared
    public boolean hasDelta(List paths) {
        throw unused();
    }

    @Override
    public OutputStream newFileOutputStream(File file) {
        throw unused();
    }

    @Override
    public Scanner newScanner(File directory) {
        throw unused();
    }

    @Override
    public Scanner newDeleteScanner(File directory) {
        throw unused();
    }

    @Override
    public Scanner newScanner(File directory, boolean ignoreDelta) {
        throw unused();
    }

    @Override
    @Deprecated
    public void addWarning(File file, int line, int column, String message, Throwable cause) {
        throw unused();
    }

    @Override
    @Deprecated
    public void addError(File file, int line, int column, String message, Throwable cause) {
        throw unused();
    }

    @Override
    public boolean isUptodate(File target, File source) {
        throw unused();
    }

    private static UnsupportedOperationException unused() {
        return new UnsupportedOperationException("gleam does not ask this");
    }
}
