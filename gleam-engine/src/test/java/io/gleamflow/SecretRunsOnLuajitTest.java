package io.gleamflow;

import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.process.ProgramSearch;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/** The same flows on LuaJIT. */
class SecretRunsOnLuajitTest extends SecretRuns {
    SecretRunsOnLuajitTest() {
        super(LuaRuntime.LUAJIT);
    }

    @BeforeAll
    static void luajitIsThere() {
        Assumptions.assumeTrue(ProgramSearch.find("luajit", Path.of("")).isPresent(), "luajit is not installed");
    }
}
