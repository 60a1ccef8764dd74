/**
 * What is wrong and where: {@link io.gleamflow.problem.Problem}s are found before a run, all together, by way of
 * {@link io.gleamflow.problem.Problems}; a {@link io.gleamflow.problem.Failure} ends a run and says who is to blame.
 */
@NullMarked
package io.gleamflow.problem;

import org.jspecify.annotations.NullMarked;
