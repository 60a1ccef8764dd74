package io.gleamflow.lua.lib;

import io.gleamflow.lua.LuaOutput;
import io.gleamflow.lua.cured.ArgumentError;
import io.gleamflow.lua.cured.Arguments;
import io.gleamflow.lua.cured.LibraryError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code io}. Standard output is the script's {@link LuaOutput}, standard input is empty. */
final class IoLibrary implements Library<IoLibrary.Name>, AutoCloseable {
    private static final int INVALID = 22;
    private static final String MODES = "(r|w|a)\\+?b?";

    enum Name {
        CLOSE,
        FLUSH,
        INPUT,
        LINES,
        OPEN,
        OUTPUT,
        POPEN,
        READ,
        TMPFILE,
        TYPE,
        WRITE
    }

    /** The methods of a file. */
    enum Method {
        CLOSE,
        FLUSH,
        LINES,
        READ,
        SEEK,
        SETVBUF,
        WRITE
    }

    private final LuaTable metatable = new LuaTable();
    private final LuaOutput destination;
    private final List<LuaFile> opened = new ArrayList<>();
    private final LuaFile stdin;
    private final LuaFile stdout;
    private final LuaFile stderr;
    private LuaFile input;
    private LuaFile output;

    IoLibrary(LuaOutput destination) {
        this.destination = destination;
        LuaTable methods = new LuaTable();
        Library<Method> library = IoLibrary::method;
        library.addTo(methods, Method.values());
        metatable.set(LuaValue.INDEX, methods);
        stdin = standard(InputStream.nullInputStream(), OutputStream.nullOutputStream());
        stdout = standard(InputStream.nullInputStream(), to(destination));
        stderr = standard(InputStream.nullInputStream(), System.err);
        input = stdin;
        output = stdout;
    }

    private LuaFile standard(InputStream in, OutputStream out) {
        return new LuaFile(new StreamFile(in, out, null), true, metatable);
    }

    private static OutputStream to(LuaOutput destination) {
        return new OutputStream() {
            @Override
            public void write(int b) {
                destination.print(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                destination.print(bytes, offset, length);
            }
        };
    }

    LuaTable table() {
        LuaTable io = new LuaTable();
        addTo(io, Name.values());
        io.set("stdin", stdin);
        io.set("stdout", stdout);
        io.set("stderr", stderr);
        return io;
    }

    @Override
    public Varargs call(Name function, Varargs args) {
        return switch (function) {
            case CLOSE -> (args.narg() == 0 ? output : LuaFile.of(args, 1)).close();
            case FLUSH -> output.flush();
            case INPUT -> {
                input = redirected(args, input, "r");
                yield input;
            }
            case LINES -> lines(args);
            case OPEN -> open(args);
            case OUTPUT -> {
                output = redirected(args, output, "w");
                yield output;
            }
            case POPEN -> popen(args);
            case READ -> input.read(args, 1);
            case TMPFILE -> temporary();
            case TYPE -> type(Arguments.any(args, 1));
            case WRITE -> output.write(args, 1);
        };
    }

    private static Varargs method(Method method, Varargs args) {
        LuaFile file = LuaFile.of(args, 1);
        return switch (method) {
            case CLOSE -> file.close();
            case FLUSH -> file.flush();
            case LINES -> file.lines(args.subargs(2), false);
            case READ -> file.read(args, 2);
            case SEEK -> file.seek(args);
            case SETVBUF -> LuaValue.TRUE;
            case WRITE -> file.write(args, 2);
        };
    }

    private static LuaValue type(LuaValue value) {
        if (value instanceof LuaFile file) {
            return LuaString.valueOf(file.isClosed() ? "closed file" : "file");
        }
        return LuaValue.NIL;
    }

    private LuaFile handle(ByteFile file) {
        LuaFile handle = new LuaFile(file, false, metatable);
        opened.removeIf(LuaFile::isClosed);
        opened.add(handle);
        return handle;
    }

    private Varargs open(Varargs args) {
        String name = Arguments.string(args, 1).tojstring();
        String mode = Arguments.string(args, 2, LuaString.valueOf("r")).tojstring();
        if (!mode.matches(MODES)) {
            return LuaValue.varargsOf(
                    LuaValue.NIL, LuaString.valueOf(name + ": Invalid argument"), LuaInteger.valueOf(INVALID));
        }
        try {
            return handle(new DiskFile(name, mode));
        } catch (IOException e) {
            return Files.failure(name, e);
        }
    }

    private LuaFile redirected(Varargs args, LuaFile now, String mode) {
        if (args.isnoneornil(1)) {
            return now;
        } else if (args.arg(1) instanceof LuaFile file) {
            return file;
        }
        String name = Arguments.string(args, 1).tojstring();
        try {
            return handle(new DiskFile(name, mode));
        } catch (IOException e) {
            throw new LibraryError(Files.complaint(name, e));
        }
    }

    private Varargs lines(Varargs args) {
        if (args.isnoneornil(1)) {
            return input.lines(LuaValue.NONE, false);
        }
        String name = Arguments.string(args, 1).tojstring();
        try {
            return handle(new DiskFile(name, "r")).lines(args.subargs(2), true);
        } catch (IOException e) {
            throw new ArgumentError(1, Files.complaint(name, e));
        }
    }

    private Varargs popen(Varargs args) {
        String command = Arguments.string(args, 1).tojstring();
        boolean reads =
                !Arguments.string(args, 2, LuaString.valueOf("r")).tojstring().startsWith("w");
        try {
            if (!reads) {
                return handle(Commands.writable(command, destination));
            }
            Process process = Commands.start(command);
            process.getOutputStream().close();
            return handle(new StreamFile(process.getInputStream(), OutputStream.nullOutputStream(), process));
        } catch (IOException e) {
            return Files.failure(command, e);
        }
    }

    private Varargs temporary() {
        try {
            Path file = java.nio.file.Files.createTempFile("lua_", "");
            file.toFile().deleteOnExit();
            return handle(new DiskFile(file.toString(), "w+"));
        } catch (IOException e) {
            return Files.failure("", e);
        }
    }

    /** Closes what the script has left open. */
    @Override
    public void close() {
        opened.stream().filter(file -> !file.isClosed()).forEach(LuaFile::close);
    }
}
