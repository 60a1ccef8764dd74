package io.gleamflow.maven;

import io.gleamflow.run.Progress;
import java.util.Optional;

/** Shows how far a run is while it goes on. Used by the Mojo's thread alone. */
interface Ticker {

    /** Shows nothing. */
    Ticker SILENT = progress -> {};

    /** Called some times a second, with what is known by then. */
    void tick(Optional<Progress> progress);

    /** Called before a line is logged, and when the run has ended. */
    default void hide() {}
}
