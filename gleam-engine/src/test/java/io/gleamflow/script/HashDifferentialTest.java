package io.gleamflow.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Digests of random bytes of every length up to some blocks are those of the JDK. */
class HashDifferentialTest {

    private static final int LENGTHS = 200;
    private static final long FNV_PRIME = 16777619;
    private static final long FNV_START = 2166136261L;

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void digestsAreThoseOfTheJdk(ScriptRunner runtime) throws Exception {
        Random random = new Random(42);
        StringBuilder script = new StringBuilder("local s\n");
        List<String> expected = new ArrayList<>();
        for (int length = 0; length < LENGTHS; length++) {
            byte[] text = new byte[length];
            random.nextBytes(text);
            script.append("s = ").append(ScriptRunner.literal(text)).append("""

                    print(hash.md5(s), hash.sha1(s), hash.sha256(s), hash.crc32(s), hash.fnv1a(s))
                    """);
            expected.add(String.join(
                    "\t",
                    digest("MD5", text),
                    digest("SHA-1", text),
                    digest("SHA-256", text),
                    Long.toString(crc(text)),
                    Long.toString(fnv(text))));
        }
        assertThat(runtime.runWithHarness(directory, script.toString()).lines()).containsExactlyElementsOf(expected);
    }

    private static String digest(String algorithm, byte[] text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(text));
    }

    private static long crc(byte[] text) {
        CRC32 crc = new CRC32();
        crc.update(text);
        return crc.getValue();
    }

    private static long fnv(byte[] text) {
        long hash = FNV_START;
        for (byte each : text) {
            hash = (hash ^ each & 0xff) * FNV_PRIME & 0xffff_ffffL;
        }
        return hash;
    }
}
