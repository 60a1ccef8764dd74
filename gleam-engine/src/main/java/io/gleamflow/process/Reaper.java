package io.gleamflow.process;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A shell beside this JVM that knows its process groups. It reads a pipe that only this JVM can write: however the JVM ends,
 * {@code kill -9} included, the pipe ends too, and the reaper kills the groups it still knows and who has the mark of the run, and removes the work directory.
 * Not thread-safe: {@link ProcessGroups} guards it.
 */
final class Reaper {

    /**
     * First line: the directory. Second line: the mark of the run. Then {@code + group} to learn a group, {@code - group} to kill what is left of it, answer
     * with an empty line and forget it, {@code =} to leave the directory, and what
     * has the mark, alone. A line without its end (the JVM died while
     * it wrote) counts for nothing: half a path must never be removed.
     */
    private static final String SCRIPT = """
            trap '' INT TERM HUP QUIT PIPE
            PATH=$PATH:/usr/bin:/bin
            IFS= read -r directory || directory=
            IFS= read -r mark || mark=
            groups=' '
            while read -r op group; do
              case $op in
                +) groups="$groups$group " ;;
                -) kill -KILL "-$group"
                   echo
                   case $groups in
                     *" $group "*) groups="${groups%%" $group "*} ${groups#*" $group "}" ;;
                   esac ;;
                =) directory= mark= ;;
              esac
            done
            for group in $groups; do
              kill -KILL "$group"
              kill -KILL "-$group"
            done
            for round in 1 2 3 4 5 6 7 8 9; do
              [ "$mark" ] && cd /proc || break
              for left in $(grep -lsF -e "$mark" [0-9]*/environ); do
                kill -KILL "${left%%/*}"
              done
            done
            cd /
            case $directory in
              /*) rm -rf -- "$directory" || { sleep 1; rm -rf -- "$directory"; } ;;
            esac
            """;

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

    private final Process shell;
    private final OutputStream pipe;
    private final InputStream answers;

    private Reaper(Process shell) {
        this.shell = shell;
        this.pipe = shell.getOutputStream();
        this.answers = shell.getInputStream();
    }

    /** Starts a reaper, in a session of its own where there is {@code setsid}. */
    static Reaper start(Path sh, Optional<Path> setsid, Path directory, RunMark mark) throws IOException {
        List<String> argv = new ArrayList<>();
        if (setsid.isPresent()) {
            argv.add(setsid.get().toString());
        }
        argv.addAll(List.of(sh.toString(), "-c", SCRIPT, "gleam-reaper"));
        ProcessBuilder builder =
                new ProcessBuilder(argv).directory(new File("/")).redirectError(Redirect.DISCARD);
        builder.environment().keySet().retainAll(Set.of("PATH"));
        Reaper reaper = new Reaper(builder.start());
        try {
            reaper.send(line(directory));
            reaper.send((mark.word() + "\n").getBytes(US_ASCII));
        } catch (IOException ended) {
            reaper.abandon();
            throw new IOException("The shell that watches over the run ended as soon as it was started", ended);
        }
        return reaper;
    }

    void learn(long group) throws IOException {
        send(("+ " + group + "\n").getBytes(US_ASCII));
    }

    /**
     * Kills what is left of a group and forgets it.
     *
     * @throws IOException if the reaper does not answer, having been killed or stopped; it is of no more use then
     */
    void kill(long group) throws IOException {
        send(("- " + group + "\n").getBytes(US_ASCII));
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (answers.available() == 0) {
            if (!shell.isAlive() || System.nanoTime() - end > 0) {
                abandon();
                throw new IOException("The reaper does not answer");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        answers.skipNBytes(1);
    }

    /** Calls when the reaper has ended, on some thread. */
    void onExit(Runnable call) {
        CompletableFuture<Void> unused = shell.onExit().thenRunAsync(call);
    }

    /** Kills the reaper, which then neither kills nor removes anything. */
    private void abandon() {
        shell.destroyForcibly();
    }

    /** Ends the reaper, which kills the groups it still knows; the directory stays. */
    void end() {
        try (pipe) {
            send("=\n".getBytes(US_ASCII));
        } catch (IOException gone) {
            // someone killed it
        }
        if (!Uninterrupted.await(shell, PATIENCE_NANOS, TimeUnit.NANOSECONDS)) {
            abandon();
        }
    }

    private void send(byte[] bytes) throws IOException {
        pipe.write(bytes);
        pipe.flush();
    }

    /** The directory in the bytes the file system knows it by; a path that is no line is not told, hence not removed. */
    private static byte[] line(Path directory) {
        String path = directory.toAbsolutePath().normalize().toString();
        String told = path.indexOf('\n') >= 0 ? "" : path;
        return (told + "\n").getBytes(Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")));
    }
}
