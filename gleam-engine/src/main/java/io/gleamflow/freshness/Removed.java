package io.gleamflow.freshness;

import java.util.List;

/**
 * What became of files that are written no more, as people call them.
 *
 * @param descriptor of the flow that wrote them
 * @param removed and the directories that were empty then
 * @param kept because somebody has changed them
 * @param linked kept because they are links, or are somewhere else by a link since
 */
public record Removed(String descriptor, List<String> removed, List<String> kept, List<String> linked) {

    public Removed {
        removed = List.copyOf(removed);
        kept = List.copyOf(kept);
        linked = List.copyOf(linked);
    }

    static Removed nothing(String descriptor) {
        return new Removed(descriptor, List.of(), List.of(), List.of());
    }

    public boolean isNothing() {
        return removed.isEmpty() && kept.isEmpty() && linked.isEmpty();
    }
}
