package io.gleamflow.lua.cure;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Writes the cured classes of LuaJ into the directory of our own classes.
 *
 * <ol>
 *   <li>Find LuaJ's jar on the class path (the directory being written is on it too, so only a jar will do).
 *   <li>Leave, when the stamp says that this jar was cured by this very tool and nothing is missing.
 *   <li>Drop what is not used or not wanted: see {@link #isWanted}.
 *   <li>Rewrite every other class: {@link ClassSurgeon}.
 *   <li>Refuse to end well when a remedy found nothing to cure.
 * </ol>
 */
public final class Cure {
    private static final List<String> UNWANTED = List.of(
            "org/luaj/vm2/ast/",
            "org/luaj/vm2/lib/jse/",
            "org/luaj/vm2/luajc/",
            "org/luaj/vm2/parser/",
            "org/luaj/vm2/script/",
            "org/luaj/vm2/server/");

    private final Path classes;
    private final Path stampFile;

    private Cure(Path classes, Path stampFile) {
        this.classes = classes;
        this.stampFile = stampFile;
    }

    /**
     * Cures LuaJ.
     *
     * @param args the directory to write to, and the file that says what was done
     * @throws IOException when the jar cannot be read or a class not written
     */
    public static void main(String[] args) throws IOException {
        new Cure(Path.of(args[0]), Path.of(args[1])).run();
    }

    private void run() throws IOException {
        try (JarFile jar = new JarFile(luaj().toFile())) {
            String stamp = stamp(jar);
            if (Files.exists(stampFile)
                    && Files.readString(stampFile).equals(stamp + cured())) {
                return;
            }
            deleteOld();
            Remedies remedies = Remedies.all();
            ClassSurgeon surgeon = new ClassSurgeon(remedies, jar);
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (isWanted(entry.getName())) {
                    write(entry.getName(), surgeon.cure(bytes(jar, entry)));
                }
            }
            remedies.requireAllUsed();
            Files.writeString(stampFile, stamp + cured());
        }
    }

    private static boolean isWanted(String name) {
        return name.startsWith("org/luaj/")
                && name.endsWith(".class")
                && UNWANTED.stream().noneMatch(name::startsWith);
    }

    private static Path luaj() throws IOException {
        for (URL url : Collections.list(Cure.class.getClassLoader().getResources("org/luaj/vm2/LuaValue.class"))) {
            if (url.getProtocol().equals("jar") && url.openConnection() instanceof JarURLConnection connection) {
                return Path.of(URI.create(connection.getJarFileURL().toString()));
            }
        }
        throw new IOException("luaj-jse is not on the class path");
    }

    private String stamp(JarFile jar) throws IOException {
        TreeMap<String, byte[]> parts = new TreeMap<>();
        parts.put("luaj", Files.readAllBytes(Path.of(jar.getName())));
        try (Stream<Path> files = Files.walk(classes.resolve("io/gleamflow/lua/cure"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                parts.put(file.toString(), Files.readAllBytes(file));
            }
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            parts.forEach((name, bytes) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest()) + " ";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private long cured() throws IOException {
        Path root = classes.resolve("org/luaj");
        if (!Files.exists(root)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(".class")).count();
        }
    }

    private void deleteOld() throws IOException {
        Path root = classes.resolve("org/luaj");
        if (Files.exists(root)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = classes.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
