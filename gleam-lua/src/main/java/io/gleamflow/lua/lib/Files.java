package io.gleamflow.lua.lib;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** Files by name, and what is said when something is wrong with one. */
final class Files {
    private static final int NOT_FOUND = 2;
    private static final int IO_ERROR = 5;
    private static final int DENIED = 13;

    private Files() {}

    static byte[] read(String file) throws IOException {
        return java.nio.file.Files.readAllBytes(Path.of(file));
    }

    static String complaint(String file, IOException e) {
        return file + ": " + reason(e);
    }

    private static String reason(IOException e) {
        return switch (number(e)) {
            case NOT_FOUND -> "No such file or directory";
            case DENIED -> "Permission denied";
            default -> String.valueOf(e.getMessage());
        };
    }

    private static int number(IOException e) {
        if (e instanceof NoSuchFileException
                || e instanceof FileNotFoundException
                        && String.valueOf(e.getMessage()).contains("No such file")) {
            return NOT_FOUND;
        }
        boolean denied = e instanceof AccessDeniedException
                || String.valueOf(e.getMessage()).contains("Permission denied");
        return denied ? DENIED : IO_ERROR;
    }

    /** What functions return that report failures: nil, a message, a number. */
    static Varargs failure(String file, IOException e) {
        String message = file.isEmpty() ? reason(e) : complaint(file, e);
        return LuaValue.varargsOf(LuaValue.NIL, LuaString.valueOf(message), LuaInteger.valueOf(number(e)));
    }
}
