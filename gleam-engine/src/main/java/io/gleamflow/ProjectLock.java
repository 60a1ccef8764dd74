package io.gleamflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gleamflow.connector.Owner;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Lets one run at a time into a project, in whatever process and thread: a second would read what the first is about to
 * replace. The system takes the lock from a process that dies, however it does.
 *
 * <p>Locks of files belong to processes, and closing any channel of a file takes the lock away. So within a process there is
 * a turn, a file that only one thread can make, and only who has the turn opens the file with the lock. On file systems
 * without locks there is the turn only.
 */
final class ProjectLock implements AutoCloseable {

    private static final String TURN = "turn-";
    private static final String LOCK = "lock";
    private static final long NAP_MILLIS = 50;

    private final Path turn;
    private final Path file;
    private final FileChannel channel;

    private ProjectLock(Path turn, Path file, FileChannel channel) {
        this.turn = turn;
        this.file = file;
        this.channel = channel;
    }

    /**
     * Waits until no other run has it.
     *
     * @param state the directory of the project's state; made if there is none
     * @param flow for others that wait
     * @param waits hears whom this run waits for
     */
    static ProjectLock take(Path state, String flow, Consumer<String> waits) throws IOException, InterruptedException {
        String told = "";
        while (true) {
            Optional<ProjectLock> lock = tryTake(state, flow);
            if (lock.isPresent()) {
                return lock.get();
            }
            String holder = holder(state);
            if (!holder.isEmpty() && !holder.equals(told)) {
                waits.accept("waits for another run in this project, " + holder);
                told = holder;
            }
            TimeUnit.MILLISECONDS.sleep(NAP_MILLIS);
        }
    }

    /** The same without waiting: nothing when another run has it. */
    static Optional<ProjectLock> tryTake(Path state, String flow) throws IOException {
        Files.createDirectories(state);
        Path turn = turn(state);
        try {
            Files.createFile(turn);
        } catch (FileAlreadyExistsException ofAnotherThread) {
            return Optional.empty();
        }
        Optional<ProjectLock> lock = Optional.empty();
        try {
            lock = withTurn(turn, state.resolve(LOCK), flow);
            return lock;
        } finally {
            if (lock.isEmpty()) {
                Files.deleteIfExists(turn);
            }
        }
    }

    private static Path turn(Path state) {
        return state.resolve(TURN + Owner.self());
    }

    /** Whether a file of the state directory was the turn in a process that has died. */
    static boolean isLostTurn(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(TURN)
                && Owner.parse(name.substring(TURN.length()))
                        .filter(owner -> !owner.lives())
                        .isPresent();
    }

    private static Optional<ProjectLock> withTurn(Path turn, Path file, String flow) throws IOException {
        Optional<Object> before = made(file);
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.WRITE);
        } catch (NoSuchFileException removed) {
            return Optional.empty();
        }
        boolean taken = false;
        try {
            // who had the lock may have removed the file that was opened here, which then locks nobody out
            taken = locks(channel) && before.equals(key(file));
            if (!taken) {
                return Optional.empty();
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(("process " + Owner.self().pid() + ", which runs `" + flow + "`").getBytes(UTF_8)));
            return Optional.of(new ProjectLock(turn, file, channel));
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    private static boolean locks(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (IOException noLocks) {
            return true;
        }
    }

    private static Optional<Object> made(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException ofAnother) {
            // or of a process that died
        }
        return key(file);
    }

    /** What tells a file from others that have the same name later; empty when it is gone. */
    private static Optional<Object> key(Path file) throws IOException {
        try {
            return Optional.of(String.valueOf(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey()));
        } catch (NoSuchFileException removed) {
            return Optional.empty();
        }
    }

    /** Who has it, in words; empty if nobody does by now. The file with the lock must not be opened by who shares a process. */
    private static String holder(Path state) throws IOException {
        if (Files.exists(turn(state))) {
            return "in this process";
        }
        try {
            return Files.readString(state.resolve(LOCK));
        } catch (NoSuchFileException removed) {
            return "";
        }
    }

    /** Lets the next run in. */
    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        } finally {
            Files.deleteIfExists(turn);
        }
    }
}
