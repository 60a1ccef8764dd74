package io.gleamflow.process;

import java.io.IOException;

/**
 * A child no longer reads its standard input. That is no failure by itself ({@code head -n 1} does it): the child's
 * {@link ExitStatus} tells.
 */
public final class ConsumerGoneException extends IOException {

    ConsumerGoneException(String title, IOException cause) {
        super(title + " no longer reads its input", cause);
    }
}
