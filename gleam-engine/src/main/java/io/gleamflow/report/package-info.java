/** What a run leaves behind: a {@link io.gleamflow.report.RunReport} with the numbers of every stage and shard; {@link io.gleamflow.report.Secrets} hides what must not be shown. */
@NullMarked
package io.gleamflow.report;

import org.jspecify.annotations.NullMarked;
