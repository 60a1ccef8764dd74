package io.gleamflow.connector;

import java.io.IOException;
import java.nio.file.Path;

/** Publishes in the project of the first argument and dies, without cleaning up, before the step of the second. */
final class DyingPublication {

    static final int STATUS = 42;

    private DyingPublication() {}

    public static void main(String[] arguments) throws IOException {
        InterruptedPublicationTest.publish(Path.of(arguments[0]), step -> {
            if (step.equals(arguments[1])) {
                Runtime.getRuntime().halt(STATUS);
            }
        });
    }
}
