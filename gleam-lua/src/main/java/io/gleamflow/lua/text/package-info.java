/**
 * Bytes as text: reading and writing numbers, and Lua's patterns. Knows nothing of a running script; {@link
 * io.gleamflow.lua.text.LuaPattern} and {@link io.gleamflow.lua.text.Numerals} are the doors.
 */
@NullMarked
package io.gleamflow.lua.text;

import org.jspecify.annotations.NullMarked;
