package io.gleamflow.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.luaj.vm2.LuaValue;

class CuredClassesTest {

    @Test
    void classesCanBeArchived() throws IOException {
        try (InputStream in = Objects.requireNonNull(LuaValue.class.getResourceAsStream("LuaValue.class"))) {
            DataInputStream data = new DataInputStream(in);
            data.skipBytes(6);
            assertThat(data.readUnsignedShort()).isEqualTo(52);
        }
    }

    @Test
    void theLicenceIsShipped() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(LuaWorld.class.getResourceAsStream("/META-INF/LICENSE-luaj.txt"))) {
            assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("Copyright (c) 2007 LuaJ")
                    .contains("WITHOUT WARRANTY OF ANY KIND");
        }
    }
}
