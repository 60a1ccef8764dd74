/**
 * Values, the one order they have, and rows as bytes: a {@link io.gleamflow.row.Batch} holds rows as they stand on the
 * wire, {@link io.gleamflow.row.RowCursor} finds the columns in them, {@link io.gleamflow.row.KeyEncoder} makes bytes
 * that compare as the values do. Rows of texts may also travel as the lines they are, to a {@link io.gleamflow.row.TextSink}.
 */
@NullMarked
package io.gleamflow.row;

import org.jspecify.annotations.NullMarked;
