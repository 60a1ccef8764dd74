/** What editors are told of flows: {@link io.gleamflow.editor.FlowSchema} has the schema of descriptors. */
@NullMarked
package io.gleamflow.editor;

import org.jspecify.annotations.NullMarked;
