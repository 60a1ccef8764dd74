package io.gleamflow.local;

import io.gleamflow.row.RowSink;

/** Takes the rows of a stage for an {@link Edge}. */
interface Inflow {

    /** Takes the rows of a shard, once; its {@code end} must be called when the shard has ended well. */
    RowSink writer(int shard);
}
