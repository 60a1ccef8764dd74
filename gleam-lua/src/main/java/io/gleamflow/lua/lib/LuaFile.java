package io.gleamflow.lua.lib;

import io.gleamflow.lua.cured.ArgumentError;
import io.gleamflow.lua.cured.Arguments;
import io.gleamflow.lua.cured.LibraryError;
import io.gleamflow.lua.cured.Raising;
import io.gleamflow.lua.text.Bytes;
import io.gleamflow.lua.text.Numerals;
import java.io.IOException;
import java.util.Arrays;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaUserdata;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.VarArgFunction;

/** A file handle. */
final class LuaFile extends LuaUserdata {
    private final ByteFile file;
    private final boolean isStandard;
    private boolean closed;

    /** A handle; one of the standard ones cannot be closed. */
    LuaFile(ByteFile file, boolean isStandard, LuaValue metatable) {
        super(file, metatable);
        this.file = file;
        this.isStandard = isStandard;
    }

    boolean isClosed() {
        return closed;
    }

    /** This, when it is open. */
    LuaFile opened(String complaint) {
        if (closed) {
            throw new LibraryError(complaint);
        }
        return this;
    }

    private ByteFile open() {
        return opened("attempt to use a closed file").file;
    }

    Varargs close() {
        open();
        if (isStandard) {
            return LuaValue.varargsOf(LuaValue.NIL, LuaString.valueOf("cannot close standard file"));
        }
        closed = true;
        try {
            file.close();
            return LuaValue.TRUE;
        } catch (IOException e) {
            return Files.failure(e);
        }
    }

    /** Buffers are the file's own business. */
    Varargs setBuffer(Varargs args) {
        open();
        String mode = Arguments.string(args, 2).tojstring();
        if (!" no full line ".contains(" " + mode + " ")) {
            throw new ArgumentError(2, "invalid option '" + mode + "'");
        }
        Arguments.integer(args, 3, 0);
        return LuaValue.TRUE;
    }

    Varargs flush() {
        try {
            open().flush();
            return LuaValue.TRUE;
        } catch (IOException e) {
            return Files.failure(e);
        }
    }

    Varargs write(Varargs args, int first) {
        ByteFile to = open();
        try {
            for (int i = first; i <= args.narg(); i++) {
                LuaString text = Arguments.string(args, i);
                to.write(text.m_bytes, text.m_offset, text.m_length);
            }
            return LuaValue.TRUE;
        } catch (IOException e) {
            return Files.failure(e);
        }
    }

    Varargs seek(Varargs args) {
        String whence = Arguments.string(args, 2, LuaString.valueOf("cur")).tojstring();
        if (args.arg(3) instanceof LuaString) {
            throw new ArgumentError(3, "number expected, got string");
        }
        long offset = (long) Arguments.number(args, 3, 0);
        try {
            long base = switch (whence) {
                case "set" -> 0;
                case "cur" -> open().position();
                case "end" -> open().length();
                default -> throw new ArgumentError(2, "invalid option '" + whence + "'");
            };
            open().seek(base + offset);
            return LuaValue.valueOf((double) (base + offset));
        } catch (IOException e) {
            return Files.failure(e);
        }
    }

    /** What {@code read} returns for the formats from {@code first} on. */
    Varargs read(Varargs args, int first) {
        ByteFile from = open();
        try {
            if (args.narg() < first) {
                return line(from, false);
            }
            LuaValue[] results = new LuaValue[args.narg() - first + 1];
            for (int i = 0; i < results.length; i++) {
                results[i] = one(from, args, first + i);
                if (results[i].isnil()) {
                    return LuaValue.varargsOf(Arrays.copyOf(results, i + 1));
                }
            }
            return LuaValue.varargsOf(results);
        } catch (IOException e) {
            return Files.failure(e);
        }
    }

    private static LuaValue one(ByteFile from, Varargs args, int index) throws IOException {
        if (args.arg(index).type() == LuaValue.TNUMBER) {
            return bytes(from, Arguments.integer(args, index));
        }
        if (!args.arg(index).isstring()) {
            throw new ArgumentError(index, "invalid option");
        }
        String format = args.arg(index).tojstring();
        String letter = format.startsWith("*") ? format.substring(1) : format;
        return switch (letter.isEmpty() ? "" : letter.substring(0, 1)) {
            case "n" -> {
                double number = NumberScan.read(from);
                yield Numerals.isNone(number) ? LuaValue.NIL : LuaValue.valueOf(number);
            }
            case "l" -> line(from, false);
            case "L" -> line(from, true);
            case "a" -> {
                Bytes all = new Bytes(1024);
                for (int c = from.read(); c != ByteFile.END; c = from.read()) {
                    all.add(c);
                }
                yield all.toLuaString();
            }
            default -> throw new ArgumentError(index, "invalid format");
        };
    }

    private static LuaValue bytes(ByteFile from, int count) throws IOException {
        if (from.peek() == ByteFile.END) {
            return LuaValue.NIL;
        }
        Bytes all = new Bytes(Math.min(count, 1 << 16));
        while (all.length() < count && from.peek() != ByteFile.END) {
            all.add(from.read());
        }
        return all.toLuaString();
    }

    private static LuaValue line(ByteFile from, boolean withEnd) throws IOException {
        if (from.peek() == ByteFile.END) {
            return LuaValue.NIL;
        }
        Bytes line = new Bytes(80);
        for (int c = from.read(); c != ByteFile.END; c = from.read()) {
            if (c != '\n') {
                line.add(c);
            } else {
                if (withEnd) {
                    line.add(c);
                }
                break;
            }
        }
        return line.toLuaString();
    }

    /** An iterator over what {@code formats} read, lines by default; {@code closes} says whether the end closes the file. */
    LuaValue lines(Varargs formats, boolean closes) {
        return new VarArgFunction() {
            @Override
            public Varargs invoke(Varargs ignored) {
                Varargs values = read(formats, 1);
                if (values.isnil(1) && values.narg() > 1 && values.arg(2).isstring()) {
                    throw new LibraryError(values.arg(2).tojstring());
                }
                if (values.isnil(1) && closes) {
                    close();
                    return LuaValue.NONE;
                }
                return values;
            }
        };
    }

    static LuaFile of(Varargs args, int index) {
        if (args.arg(index) instanceof LuaFile file) {
            return file;
        }
        String type = index > args.narg() ? "no value" : args.arg(index).typename();
        throw new ArgumentError(index, "FILE* expected, got " + type);
    }

    @Override
    public String tojstring() {
        return closed ? "file (closed)" : "file (" + Raising.address(this) + ")";
    }
}
