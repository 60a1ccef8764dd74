package io.gleamflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A process with the lock of the state directory of the first argument: for ever, or as often as the second says. */
final class HeldLock {

    private HeldLock() {}

    public static void main(String[] arguments) throws Exception {
        Path state = Path.of(arguments[0]);
        if (arguments.length == 1) {
            try (ProjectLock lock = ProjectLock.take(state, "held", line -> {})) {
                System.out.println("has it");
                Objects.requireNonNull(lock);
                Thread.sleep(Long.MAX_VALUE);
            }
        }
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            alone(state);
        }
    }

    /** Takes the lock, fails if anybody else has it, and gives it back. */
    static void alone(Path state) throws Exception {
        Path busy = state.resolveSibling("busy");
        try (ProjectLock lock = ProjectLock.take(state, "alone", line -> {})) {
            Files.createFile(busy);
            Files.delete(busy);
            Objects.requireNonNull(lock);
        }
    }
}
