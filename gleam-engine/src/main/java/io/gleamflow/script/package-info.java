/**
 * Lua over rows: {@link io.gleamflow.script.ScriptWorld} compiles the scripts of a chain, {@link
 * io.gleamflow.script.LuaSink}s run them row by row, {@link io.gleamflow.script.LuaCodec} turns values into Lua's and back.
 * {@link io.gleamflow.script.LineWriter} and {@link io.gleamflow.script.LineSplitter} do the same for the text of shell
 * steps.
 */
@NullMarked
package io.gleamflow.script;

import org.jspecify.annotations.NullMarked;
