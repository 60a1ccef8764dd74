/**
 * Lua on the JVM that agrees with LuaJIT. {@link io.gleamflow.lua.LuaWorld} is the front door: it runs scripts; {@link
 * io.gleamflow.lua.LuaChunk} looks at a script without running it, and {@link io.gleamflow.lua.LuaFailure} says what went wrong.
 * The interpreter is LuaJ, cured while this module is built (see src/cure); the libraries are our own.
 */
@NullMarked
package io.gleamflow.lua;

import org.jspecify.annotations.NullMarked;
