package io.gleamflow.local;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lines that nobody listens to yet. Thread-safe. */
final class HeldLines implements Consumer<String> {

    private final List<String> lines = new ArrayList<>();
    private @Nullable Consumer<String> listener;

    @Override
    public synchronized void accept(String line) {
        if (listener == null) {
            lines.add(line);
        } else {
            listener.accept(line);
        }
    }

    /** Lets someone hear what has come, and what still comes. */
    synchronized void to(Consumer<String> first) {
        lines.forEach(first);
        lines.clear();
        listener = first;
    }
}
