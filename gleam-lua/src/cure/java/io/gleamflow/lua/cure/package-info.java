/**
 * Runs while gleam-lua is built, never afterwards: {@link io.gleamflow.lua.cure.Cure} takes LuaJ's jar apart, cures its classes and
 * writes them beside ours. {@link io.gleamflow.lua.cure.Remedies} is the list of what is cured, one line each.
 */
@NullMarked
package io.gleamflow.lua.cure;

import org.jspecify.annotations.NullMarked;
