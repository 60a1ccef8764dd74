/** What a run leaves behind: a {@link io.gleamflow.report.RunReport} with the numbers of every stage and shard. */
@NullMarked
package io.gleamflow.report;

import org.jspecify.annotations.NullMarked;
