package io.gleamflow.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** A log in a list. */
final class RecordedLog extends SystemStreamLog {

    private final List<String> lines = new ArrayList<>();
    private final List<Throwable> thrown = new ArrayList<>();

    List<String> lines() {
        return lines;
    }

    /** What was given as it was thrown. */
    List<Throwable> thrown() {
        return thrown;
    }

    @Override
    public void debug(Throwable error) {
        thrown.add(error);
    }

    @Override
    public void warn(CharSequence content, Throwable error) {
        warn(content);
        thrown.add(error);
    }

    @Override
    public void error(Throwable error) {
        thrown.add(error);
    }

    @Override
    public void info(CharSequence content) {
        lines.add("INFO " + content);
    }

    @Override
    public void warn(CharSequence content) {
        lines.add("WARN " + content);
    }

    @Override
    public void error(CharSequence content) {
        lines.add("ERROR " + content);
    }
}
