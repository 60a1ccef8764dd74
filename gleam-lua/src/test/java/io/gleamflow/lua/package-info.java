/** Tests of Lua on the JVM, most of them against luajit itself: {@link io.gleamflow.lua.ConformanceTest} and the fuzz tests. */
@NullMarked
package io.gleamflow.lua;

import org.jspecify.annotations.NullMarked;
