/**
 * What LuaJ's cured methods call: {@link org.luaj.vm2.Cures}. It lies in LuaJ's package because it needs what only that
 * package sees.
 */
@NullMarked
package org.luaj.vm2;

import org.jspecify.annotations.NullMarked;
