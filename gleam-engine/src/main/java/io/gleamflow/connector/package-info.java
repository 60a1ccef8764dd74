/**
 * Sources and sinks: {@link io.gleamflow.connector.SourceFiles} finds what is to be read, {@link
 * io.gleamflow.connector.RowFile} and {@link io.gleamflow.connector.TextFile} read it, {@link
 * io.gleamflow.connector.RowsOutput} writes, and {@link io.gleamflow.connector.Publication} puts all outputs of a run in
 * their places, or none.
 */
@NullMarked
package io.gleamflow.connector;

import org.jspecify.annotations.NullMarked;
