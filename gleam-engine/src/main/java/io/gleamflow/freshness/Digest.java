package io.gleamflow.freshness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over texts, each told apart from the next, or over the bytes of a file. */
final class Digest {

    private static final int BUFFER = 1 << 16;

    private final MessageDigest sum = sha256();

    private Digest() {}

    /** One that nobody can compare with known texts who does not know the salt. */
    static Digest salted(String salt) {
        return new Digest().add(salt);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Digest add(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        sum.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        sum.update(bytes);
        return this;
    }

    String hex() {
        return HexFormat.of().formatHex(sum.digest());
    }

    static String of(Path file) throws IOException {
        MessageDigest sum = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sum.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(sum.digest());
    }
}
