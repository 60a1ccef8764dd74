/**
 * Descriptors: {@link io.gleamflow.descriptor.DescriptorReader} turns the YAML a user writes into a flow with a place for
 * everything, and says all that is wrong with its form at once. Nothing else knows YAML.
 */
@NullMarked
package io.gleamflow.descriptor;

import org.jspecify.annotations.NullMarked;
