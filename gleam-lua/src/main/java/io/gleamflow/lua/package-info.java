/**
 * Lua on the JVM that agrees with LuaJIT: {@link io.gleamflow.lua.LuaWorld} runs scripts, {@link
 * io.gleamflow.lua.LuaChunk} looks at them without running them. It is LuaJ with its wrong parts replaced, and knows
 * nothing of rows or flows.
 */
@NullMarked
package io.gleamflow.lua;

import org.jspecify.annotations.NullMarked;
