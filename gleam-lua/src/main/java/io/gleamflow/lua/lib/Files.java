package io.gleamflow.lua.lib;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** Files by name, and what is said when something is wrong with one: C's words and numbers. */
final class Files {
    static final String BAD_DESCRIPTOR = "Bad file descriptor";
    static final String INVALID_ARGUMENT = "Invalid argument";
    static final String ILLEGAL_SEEK = "Illegal seek";
    private static final String NOT_FOUND = "No such file or directory";
    private static final String DENIED = "Permission denied";
    static final String DIRECTORY = "Is a directory";
    private static final String EXISTS = "File exists";
    private static final String NOT_EMPTY = "Directory not empty";
    private static final int UNKNOWN = 5;
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("Operation not permitted", 1),
            Map.entry(NOT_FOUND, 2),
            Map.entry("Input/output error", UNKNOWN),
            Map.entry(BAD_DESCRIPTOR, 9),
            Map.entry(DENIED, 13),
            Map.entry(EXISTS, 17),
            Map.entry("Invalid cross-device link", 18),
            Map.entry("Not a directory", 20),
            Map.entry(DIRECTORY, 21),
            Map.entry(INVALID_ARGUMENT, 22),
            Map.entry("Text file busy", 26),
            Map.entry("No space left on device", 28),
            Map.entry(ILLEGAL_SEEK, 29),
            Map.entry("Read-only file system", 30),
            Map.entry("Broken pipe", 32),
            Map.entry("File name too long", 36),
            Map.entry(NOT_EMPTY, 39),
            Map.entry("Too many levels of symbolic links", 40));

    private Files() {}

    /**
     * Takes the name from an open file, so that nothing is left of it however this process ends.
     *
     * @return false where the system keeps the names of open files
     */
    static boolean vanish(Path file) {
        try {
            java.nio.file.Files.delete(file);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A name as a path; a name that can be none is that of a file that is not there. */
    static Path path(String file) throws NoSuchFileException {
        try {
            if (!file.isEmpty()) {
                return Path.of(file);
            }
        } catch (InvalidPathException e) {
            // a zero byte
        }
        throw new NoSuchFileException(file);
    }

    /** A file for a mode of C's fopen. A directory can be opened, but not read. */
    static ByteFile open(String file, String mode) throws IOException {
        boolean reads = mode.startsWith("r") && !mode.contains("+");
        boolean isDirectory = java.nio.file.Files.isDirectory(path(file));
        return reads && isDirectory ? new DirectoryFile() : new DiskFile(file, mode);
    }

    static byte[] read(String file) throws IOException {
        return java.nio.file.Files.readAllBytes(path(file));
    }

    static String complaint(String file, IOException e) {
        return file + ": " + reason(e);
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return NOT_FOUND;
        } else if (e instanceof AccessDeniedException) {
            return DENIED;
        } else if (e instanceof FileAlreadyExistsException) {
            return EXISTS;
        } else if (e instanceof DirectoryNotEmptyException) {
            return NOT_EMPTY;
        }
        String text = String.valueOf(
                e instanceof FileSystemException system && system.getReason() != null
                        ? system.getReason()
                        : e.getMessage());
        // Java says "name (reason)"
        return e instanceof FileNotFoundException && text.endsWith(")")
                ? text.substring(text.lastIndexOf('(') + 1, text.length() - 1)
                : text;
    }

    /** What functions return that report failures: nil, a message, a number. */
    static Varargs failure(String file, IOException e) {
        return failure(complaint(file, e), reason(e));
    }

    /** A failure of a file that is open, so that its name is known. */
    static Varargs failure(IOException e) {
        return failure(reason(e), reason(e));
    }

    private static Varargs failure(String message, String reason) {
        return LuaValue.varargsOf(
                LuaValue.NIL, LuaString.valueOf(message), LuaInteger.valueOf(NUMBERS.getOrDefault(reason, UNKNOWN)));
    }
}
