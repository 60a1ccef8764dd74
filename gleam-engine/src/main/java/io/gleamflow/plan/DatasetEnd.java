package io.gleamflow.plan;

import io.gleamflow.flow.Columns;

/**
 * Where the rows of a dataset can be had.
 *
 * @param stage that has them
 * @param width into how many shards data was divided there
 */
record DatasetEnd(int stage, int width, Columns columns) {}
