/**
 * The libraries of Lua 5.1, as LuaJIT has them, written from the reference manual. Each {@link io.gleamflow.lua.lib.Library} belongs to
 * one world; {@link io.gleamflow.lua.lib.StandardLibraries} puts them into one.
 */
@NullMarked
package io.gleamflow.lua.lib;

import org.jspecify.annotations.NullMarked;
