/** JMH benchmarks of what is hot: after {@code mvn install -Dquick}, {@code mvn -Pbenchmarks -pl gleam-benchmarks compile exec:exec}. */
@NullMarked
package io.gleamflow.benchmarks;

import org.jspecify.annotations.NullMarked;
