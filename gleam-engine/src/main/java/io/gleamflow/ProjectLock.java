package io.gleamflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gleamflow.connector.Owner;
import io.gleamflow.connector.SourceException;
import io.gleamflow.process.ChildProcesses;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /** Bytes of the name of who has the lock, for people. */
    private static final int LONGEST = 1000;

    private static final Pattern HOLDER = Pattern.compile("process (\\d{1,18}),");

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
     * @throws SourceException when who has it is the run whose step has started this process: they would wait for each other
     */
    static ProjectLock take(Path state, String flow, Consumer<String> waits) throws IOException, InterruptedException {
        String told = "";
        while (true) {
            Attempt attempt = attempt(state, flow);
            if (attempt.lock().isPresent()) {
                return attempt.lock().get();
            }
            String holder = attempt.holder();
            refuseIfInside(holder);
            if (!holder.isEmpty() && !holder.equals(told)) {
                waits.accept("waits for another run in this project, " + holder);
                told = holder;
            }
            TimeUnit.MILLISECONDS.sleep(NAP_MILLIS);
        }
    }

    /** The same without waiting: nothing when another run has it. */
    static Optional<ProjectLock> tryTake(Path state, String flow) throws IOException {
        return attempt(state, flow).lock();
    }

    /** The lock, or who has it, in words; both are empty when it has just been given back. */
    private record Attempt(Optional<ProjectLock> lock, String holder) {

        static Attempt failed(String holder) {
            return new Attempt(Optional.empty(), holder);
        }
    }

    private static void refuseIfInside(String holder) throws SourceException {
        Matcher process = HOLDER.matcher(holder);
        if (process.lookingAt() && ChildProcesses.isOfRunIn(Long.parseLong(process.group(1)))) {
            throw new SourceException("a step of a flow cannot run flows of the same project: this run would wait for "
                    + holder + ", and that one for this");
        }
    }

    private static Attempt attempt(Path state, String flow) throws IOException {
        Files.createDirectories(state);
        Path turn = turn(state);
        try {
            Files.createFile(turn);
        } catch (FileAlreadyExistsException ofAnotherThread) {
            return Attempt.failed("in this process");
        }
        boolean taken = false;
        try {
            Attempt attempt = withTurn(turn, state.resolve(LOCK), flow);
            taken = attempt.lock().isPresent();
            return attempt;
        } finally {
            if (!taken) {
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
        if (!name.startsWith(TURN)) {
            return false;
        }
        Optional<Owner> owner = Owner.parse(name.substring(TURN.length()));
        return owner.isPresent() && !owner.get().lives();
    }

    private static Attempt withTurn(Path turn, Path file, String flow) throws IOException {
        Optional<Object> before = made(file);
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (NoSuchFileException removed) {
            return Attempt.failed("");
        }
        boolean taken = false;
        try {
            // who had the lock may have removed the file that was opened here, which then locks nobody out
            if (!locks(channel)) {
                return Attempt.failed(holder(channel));
            }
            if (!before.equals(key(file))) {
                return Attempt.failed("");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(("process " + Owner.self().pid() + ", which runs `" + flow + "`").getBytes(UTF_8)));
            Attempt attempt = new Attempt(Optional.of(new ProjectLock(turn, file, channel)), "");
            taken = true;
            return attempt;
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

    /** What the other process has written. Read by who has the turn: no lock of this process can be lost by closing. */
    private static String holder(FileChannel channel) {
        try {
            ByteBuffer text = ByteBuffer.allocate(LONGEST);
            while (text.hasRemaining() && channel.read(text, text.position()) > 0) {
                // a read may give less than there is
            }
            return new String(text.array(), 0, text.position(), UTF_8);
        } catch (IOException locked) {
            // some systems let nobody read what is locked
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
