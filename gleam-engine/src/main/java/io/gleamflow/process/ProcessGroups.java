package io.gleamflow.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Ends children with everything they started. Where there is {@code setsid} each child leads a process group, which a
 * {@link Reaper} kills as one; elsewhere the descendants that can be seen are killed one by one. Thread-safe.
 */
final class ProcessGroups {

    private static final int ROUNDS = 3;

    /** Of looking for those who have left their group, each after what the one before has found was killed. */
    private static final int MOST_LOOKS = 50;

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** Reapers that somebody kills; more would only be started for him. */
    private static final int MOST_REAPERS = 20;

    private final Optional<Path> sh;
    private final Optional<Path> setsid;
    private final Path directory;
    private final RunMark mark = RunMark.create();
    private final Set<Long> known = new LinkedHashSet<>();
    private @Nullable Reaper reaper;
    private int reapers;

    /** Groups of a run whose work directory this is; the programs are those there are. */
    ProcessGroups(Path directory, Optional<Path> sh, Optional<Path> setsid) throws IOException {
        this.directory = directory;
        this.sh = sh;
        this.setsid = setsid;
        if (sh.isPresent()) {
            reaper = started(sh.get());
        }
    }

    private Reaper started(Path shell) throws IOException {
        Reaper started = Reaper.start(shell, setsid, directory, mark);
        started.onExit(() -> replace(started));
        reapers++;
        return started;
    }

    /** In the environment of every child. */
    RunMark mark() {
        return mark;
    }

    /** What goes before a command to make it lead a group of its own. */
    List<String> prefix() {
        return setsid.isPresent() ? List.of(setsid.get().toString()) : List.of();
    }

    synchronized void add(Process leader) {
        known.add(leader.pid());
        try {
            if (reaper != null) {
                reaper.learn(leader.pid());
            }
        } catch (IOException killed) {
            replaceReaper();
        }
    }

    /** Kills the leader and all its group; the first call for a leader counts. */
    void kill(Process leader) {
        // Looked for before their parents end. Those of a leader that has ended cannot be seen any more.
        List<ProcessHandle> seen = leader.isAlive() ? descendants(leader.toHandle()) : List.of();
        // The leader first: once it is dead it can neither fork nor be about to become the leader of a group.
        // By its handle: a Process would also close the pipes, and with them what has not been read yet.
        leader.toHandle().destroyForcibly();
        for (ProcessHandle each : seen) {
            killTree(each);
        }
        killGroup(leader.pid());
    }

    /** Members of a leader's group that have not ended. */
    List<GroupMembers.Member> members(Process leader) {
        return setsid.isPresent() ? GroupMembers.living(leader.pid()) : List.of();
    }

    /** Kills all groups, ends the reaper, and kills who has left his group; returns them. */
    synchronized List<GroupMembers.Member> end() {
        Set<GroupMembers.Member> left = new LinkedHashSet<>();
        for (long group : List.copyOf(known)) {
            killGroup(group);
        }
        List<GroupMembers.Member> living = mark.living();
        for (int look = 0; look < MOST_LOOKS && !living.isEmpty(); look++) {
            // a while, since those of the groups that have just been killed may still be seen
            LockSupport.parkNanos(LOOK_NANOS);
            List<GroupMembers.Member> before = living;
            living = mark.living();
            living.stream().filter(before::contains).forEach(member -> {
                left.add(member);
                ProcessHandle.of(member.pid()).ifPresent(ProcessHandle::destroyForcibly);
            });
        }
        Reaper ended = reaper;
        reaper = null;
        if (ended != null) {
            ended.end();
        }
        return List.copyOf(left);
    }

    private synchronized void killGroup(long group) {
        if (!known.remove(group)) {
            return;
        }
        try {
            if (reaper != null) {
                reaper.kill(group);
                return;
            }
        } catch (IOException killed) {
            replaceReaper();
        }
        if (setsid.isPresent()) {
            killMembers(group);
        }
    }

    private synchronized void replace(Reaper dead) {
        if (reaper == dead) {
            replaceReaper();
        }
    }

    /** Someone killed the reaper: a new one learns what the old one knew. */
    private void replaceReaper() {
        reaper = null;
        if (sh.isEmpty() || reapers >= MOST_REAPERS) {
            return;
        }
        try {
            Reaper successor = started(sh.get());
            for (long group : known) {
                successor.learn(group);
            }
            reaper = successor;
        } catch (IOException noProcesses) {
            // without a reaper the members that can be seen are killed one by one
        }
    }

    private static void killMembers(long group) {
        for (int round = 0; round < ROUNDS; round++) {
            GroupMembers.living(group).stream()
                    .flatMap(member -> ProcessHandle.of(member.pid()).stream())
                    .forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static List<ProcessHandle> descendants(ProcessHandle handle) {
        try (Stream<ProcessHandle> handles = handle.descendants()) {
            return new ArrayList<>(handles.toList());
        }
    }

    private static void killTree(ProcessHandle handle) {
        List<ProcessHandle> seen = descendants(handle);
        handle.destroyForcibly();
        seen.forEach(ProcessHandle::destroyForcibly);
    }
}
