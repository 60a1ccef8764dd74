/**
 * What editors are told of flows: {@link io.gleamflow.editor.FlowSchema} has the schema of descriptors, {@link
 * io.gleamflow.editor.LuaDefinitions} the Lua in them. {@link io.gleamflow.editor.Template} is what people begin with.
 */
@NullMarked
package io.gleamflow.editor;

import org.jspecify.annotations.NullMarked;
