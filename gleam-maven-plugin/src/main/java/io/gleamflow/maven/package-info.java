/**
 * The Maven goals. Each Mojo, such as {@link io.gleamflow.maven.RunMojo}, adapts its parameters, calls
 * {@link io.gleamflow.Gleam} and puts what happened into the words of somebody who wrote a POM and a descriptor.
 */
@NullMarked
package io.gleamflow.maven;

import org.jspecify.annotations.NullMarked;
