package io.gleamflow.lua;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** Runs scripts in fresh worlds, on a thread with the large stack a worker has. */
final class Scripts {
    private static final long STACK = 256L << 20;

    private Scripts() {}

    /** What a script prints, as Latin-1; its failure, if any, is the last line. */
    static List<String> run(String name, byte[] script) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        onLargeStack(() -> {
            try (LuaWorld world = LuaWorld.create(printed::write)) {
                world.load(script, name, 1).call();
            } catch (LuaSyntaxException e) {
                printed.writeBytes(String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8));
            } catch (RuntimeException | Error e) {
                printed.writeBytes(LuaFailure.of(e).text().getBytes(StandardCharsets.UTF_8));
            }
        });
        return LuaJit.lines(printed.toByteArray());
    }

    /** The values that the body of a function returns, as text, separated by blanks. */
    static String result(String body) {
        AtomicReference<String> result = new AtomicReference<>("");
        onLargeStack(() -> {
            try (LuaWorld world = LuaWorld.create((bytes, offset, length) -> {})) {
                Varargs values = world.load(bytes(body), "test", 1).invoke();
                StringBuilder text = new StringBuilder();
                for (int i = 1; i <= values.narg(); i++) {
                    text.append(i > 1 ? " " : "").append(text(values.arg(i)));
                }
                result.set(text.toString());
            } catch (LuaSyntaxException e) {
                throw new IllegalStateException(e);
            }
        });
        return Objects.requireNonNull(result.get());
    }

    /** What went wrong when a text was run, as Lua prints it. */
    static LuaFailure failure(String body) {
        AtomicReference<LuaFailure> failure = new AtomicReference<>();
        onLargeStack(() -> {
            try (LuaWorld world = LuaWorld.create((bytes, offset, length) -> {})) {
                world.load(bytes(body), "test", 1).invoke();
            } catch (LuaSyntaxException e) {
                throw new IllegalStateException(e);
            } catch (RuntimeException | Error e) {
                failure.set(LuaFailure.of(e));
            }
        });
        return Objects.requireNonNull(failure.get(), "nothing went wrong");
    }

    /** The first lines that differ, each with the line before it. */
    static List<String> differences(List<String> ours, List<String> theirs) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < Math.max(ours.size(), theirs.size()) && found.size() < 10; i++) {
            String here = i < ours.size() ? ours.get(i) : "nothing";
            String there = i < theirs.size() ? theirs.get(i) : "nothing";
            if (!here.equals(there)) {
                String before = i == 0 || ours.isEmpty() ? "" : ours.get(Math.min(i, ours.size()) - 1);
                found.add(before + "\n  here:   " + here + "\n  luajit: " + there);
            }
        }
        return found;
    }

    private static String text(LuaValue value) {
        return value.isstring() ? value.tojstring() : value.isnil() ? "nil" : value.tojstring();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static LuaString string(String text) {
        return LuaString.valueOf(text);
    }

    static void onLargeStack(Runnable work) {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(null, work, "lua", STACK);
        thread.setUncaughtExceptionHandler((t, e) -> thrown.set(e));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (thrown.get() != null) {
            throw new AssertionError(thrown.get());
        }
    }
}
