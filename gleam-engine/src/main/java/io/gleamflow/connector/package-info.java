/**
 * Sources and sinks: {@link io.gleamflow.connector.SourceFiles} finds what is to be read, {@link
 * io.gleamflow.connector.TextFile} and {@link io.gleamflow.connector.RowFile} read it, {@link
 * io.gleamflow.connector.LineFile} and {@link io.gleamflow.connector.RowsOutput} write, and {@link
 * io.gleamflow.connector.Publication} puts all outputs of a run in their places, or none. {@link io.gleamflow.connector.Formats}
 * knows the formats.
 */
@NullMarked
package io.gleamflow.connector;

import org.jspecify.annotations.NullMarked;
