package io.gleamflow.process;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A shell beside this JVM that knows its process groups. It reads a pipe that only this JVM can write: however the JVM ends,
 * {@code kill -9} included, the pipe ends too, and the reaper kills the groups it still knows and removes the work directory.
 * Not thread-safe: {@link ProcessGroups} guards it.
 */
final class Reaper {

    /**
     * First line: the directory. Then {@code + group} to learn a group, {@code - group} to kill what is left of it and
     * forget it, {@code =} to leave the directory alone. A line without its end (the JVM died while it wrote) counts for
     * nothing: half a path must never be removed.
     */
    private static final String SCRIPT =
            """
            trap '' INT TERM HUP QUIT
            PATH=$PATH:/usr/bin:/bin
            IFS= read -r directory || directory=
            groups=' '
            while read -r op group; do
              case $op in
                +) groups="$groups$group " ;;
                -) kill -KILL "-$group"
                   case $groups in
                     *" $group "*) groups="${groups%%" $group "*} ${groups#*" $group "}" ;;
                   esac ;;
                =) directory= ;;
              esac
            done
            for group in $groups; do
              kill -KILL "$group"
              kill -KILL "-$group"
            done
            case $directory in
              /*) rm -rf -- "$directory" || { sleep 1; rm -rf -- "$directory"; } ;;
            esac
            """;

    private static final long PATIENCE_SECONDS = 3;

    private final Process shell;
    private final OutputStream pipe;

    private Reaper(Process shell) {
        this.shell = shell;
        this.pipe = shell.getOutputStream();
    }

    /** Starts a reaper, in a session of its own where there is {@code setsid}. */
    static Reaper start(Path sh, Optional<Path> setsid, Path directory) throws IOException {
        List<String> argv = new ArrayList<>();
        setsid.ifPresent(program -> argv.add(program.toString()));
        argv.addAll(List.of(sh.toString(), "-c", SCRIPT, "gleam-reaper"));
        Reaper reaper = new Reaper(new ProcessBuilder(argv)
                .directory(new File("/"))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start());
        reaper.send(line(directory));
        return reaper;
    }

    void learn(long group) throws IOException {
        send(("+ " + group + "\n").getBytes(US_ASCII));
    }

    /** Kills what is left of a group, soon after this call returns, and forgets it. */
    void kill(long group) throws IOException {
        send(("- " + group + "\n").getBytes(US_ASCII));
    }

    /** Ends the reaper, and with it every group it knows; the directory stays. Returns when the groups have been killed. */
    void end() {
        try (pipe) {
            send("=\n".getBytes(US_ASCII));
        } catch (IOException gone) {
            // someone killed it
        }
        if (!Uninterrupted.await(shell, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            shell.destroyForcibly();
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
