package io.gleamflow.connector;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is asked of a file that is to be replaced by a rename. */
final class Target {

    private static final int MOST_LINKS = 40;
    private static final int LONGEST_NAME = 60;

    private static final Set<PosixFilePermission> ANYONE_MAY_WRITE = EnumSet.of(
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private Target() {}

    /** The file behind all links, whether there is one yet or not. */
    static Path real(Path target) throws IOException {
        return real(target.toAbsolutePath(), 0);
    }

    private static Path real(Path path, int links) throws IOException {
        if (links > MOST_LINKS) {
            throw new SourceException("too many links");
        }
        if (Files.exists(path)) {
            return path.toRealPath();
        }
        if (Files.isSymbolicLink(path)) {
            return real(path.resolveSibling(Files.readSymbolicLink(path)), links + 1);
        }
        Path name = path.getFileName();
        return name == null ? path : real(directory(path), links).resolve(name).normalize();
    }

    /** Refuses what a rename would replace by something of another kind, or against someone's will. */
    static void check(Path real) throws IOException {
        if (Files.isDirectory(real)) {
            throw new SourceException(real + " is a directory");
        }
        if (!Files.exists(real)) {
            return;
        }
        if (!Files.isRegularFile(real)) {
            throw new SourceException(real + " is not a plain file");
        }
        Set<PosixFilePermission> permissions = permissions(real);
        boolean nobodyMay = permissions != null && Collections.disjoint(permissions, ANYONE_MAY_WRITE);
        if (nobodyMay || !Files.isWritable(real)) {
            throw new SourceException(real + " is read-only");
        }
        if (!Files.isWritable(directory(real))) {
            throw new SourceException("its directory " + directory(real) + " is not writable");
        }
    }

    static Path directory(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    /** A name beside the target that no other run uses, in the letters that every locale has. */
    static String stagedName(Path target, String run, int number) {
        String name = String.valueOf(target.getFileName()).replaceAll("[^!-~]", "_");
        String start = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        return "." + start + ".gleam-" + run + "-" + number + ".tmp";
    }

    static boolean isStagedName(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(".") && name.contains(".gleam-") && name.endsWith(".tmp");
    }

    /** Lets nobody else read the staged file who may not read the target. */
    static void hideLikeTarget(Publication.Move move) throws IOException {
        Set<PosixFilePermission> permissions = permissions(move.target());
        if (permissions != null) {
            permissions.add(PosixFilePermission.OWNER_READ);
            permissions.add(PosixFilePermission.OWNER_WRITE);
            Files.setPosixFilePermissions(move.staged(), permissions);
        }
    }

    static void keepPermissions(Publication.Move move) throws IOException {
        Set<PosixFilePermission> permissions = permissions(move.target());
        if (permissions != null) {
            Files.setPosixFilePermissions(move.staged(), permissions);
        }
    }

    private static @Nullable Set<PosixFilePermission> permissions(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null || !Files.exists(file)) {
            return null;
        }
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        permissions.addAll(view.readAttributes().permissions());
        return permissions;
    }

    /** An exception that names the target as the descriptor does, and says in words what is wrong. */
    static SourceException refusal(Path target, IOException e) {
        String reason = e.getMessage() + "";
        if (e instanceof AccessDeniedException denied) {
            reason = "permission denied for " + denied.getFile();
        } else if (e instanceof FileAlreadyExistsException exists) {
            reason = exists.getFile() + " is not a directory";
        } else if (e instanceof FileSystemException system && system.getReason() != null) {
            reason = system.getReason() + " (" + system.getFile() + ")";
        }
        SourceException refusal = new SourceException("cannot write " + target + ": " + reason);
        refusal.initCause(e);
        return refusal;
    }
}
