package io.gleamflow;

import io.gleamflow.flow.LuaRuntime;

/** On the JVM. */
class SecretRunsTest extends SecretRuns {
    SecretRunsTest() {
        super(LuaRuntime.LUAJ);
    }
}
