/**
 * What cured LuaJ calls instead of its own: arithmetic, strings, the words of errors, the lexer. Which method calls what is said by
 * {@code Remedies} in src/cure; nothing else needs this package but the libraries, which raise {@link
 * io.gleamflow.lua.cured.ScriptError}s.
 */
@NullMarked
package io.gleamflow.lua.cured;

import org.jspecify.annotations.NullMarked;
