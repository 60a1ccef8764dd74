package io.gleamflow.lua.lib;

import io.gleamflow.lua.LuaOutput;
import io.gleamflow.lua.cured.ArgumentError;
import io.gleamflow.lua.cured.Arguments;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code io}. Standard output is the script's {@link LuaOutput}, standard input is empty. */
final class IoLibrary implements Library<IoLibrary.Name>, AutoCloseable {
    private static final String CLOSED = "attempt to use a closed file";
    private static final String MODES = "[rwa].*";

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
        Library<Method> library = this::method;
        library.addTo(metatable, Method.values());
        metatable.set(LuaValue.INDEX, metatable);
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
            case FLUSH -> standard(output).flush();
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
            case READ -> standard(input).read(args, 1);
            case TMPFILE -> temporary();
            case TYPE -> type(Arguments.any(args, 1));
            case WRITE -> standard(output).write(args, 1);
        };
    }

    private static LuaFile standard(LuaFile file) {
        return file.opened("standard file is closed");
    }

    private Varargs method(Method method, Varargs args) {
        LuaFile file = method == Method.CLOSE && args.narg() == 0 ? output : LuaFile.of(args, 1);
        return switch (method) {
            case CLOSE -> file.close();
            case FLUSH -> file.flush();
            case LINES -> file.opened(CLOSED).lines(args.subargs(2), false);
            case READ -> file.read(args, 2);
            case SEEK -> file.seek(args);
            case SETVBUF -> file.setBuffer(args);
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
        String name = Arguments.name(args, 1);
        String mode = Arguments.string(args, 2, LuaString.valueOf("r")).tojstring();
        try {
            if (!mode.matches(MODES)) {
                throw new IOException(Files.INVALID_ARGUMENT);
            }
            return handle(Files.open(name, mode));
        } catch (IOException e) {
            return Files.failure(name, e);
        }
    }

    private LuaFile redirected(Varargs args, LuaFile now, String mode) {
        if (args.isnoneornil(1)) {
            return now;
        } else if (args.arg(1) instanceof LuaFile file) {
            return file.opened(CLOSED);
        }
        String name = Arguments.name(args, 1);
        try {
            return handle(Files.open(name, mode));
        } catch (IOException e) {
            throw new ArgumentError(1, Files.complaint(name, e));
        }
    }

    private Varargs lines(Varargs args) {
        if (args.isnoneornil(1)) {
            return input.lines(args.subargs(2), false);
        }
        String name = Arguments.name(args, 1);
        try {
            return handle(Files.open(name, "r")).lines(args.subargs(2), true);
        } catch (IOException e) {
            throw new ArgumentError(1, Files.complaint(name, e));
        }
    }

    private Varargs popen(Varargs args) {
        String command = Arguments.name(args, 1);
        String mode = Arguments.string(args, 2, LuaString.valueOf("r")).tojstring();
        try {
            if (!mode.equals("r") && !mode.equals("w")) {
                throw new IOException(Files.INVALID_ARGUMENT);
            } else if (mode.equals("w")) {
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
            Path path = java.nio.file.Files.createTempFile("lua_", "");
            DiskFile file = new DiskFile(path.toString(), "w+");
            if (!Files.vanish(path)) {
                path.toFile().deleteOnExit();
            }
            return handle(file);
        } catch (IOException e) {
            return Files.failure(e);
        }
    }

    /** Closes what the script has left open. */
    @Override
    public void close() {
        opened.stream().filter(file -> !file.isClosed()).forEach(LuaFile::close);
    }
}
