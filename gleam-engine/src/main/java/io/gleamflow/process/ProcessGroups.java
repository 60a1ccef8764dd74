package io.gleamflow.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Ends children with everything they started. Where there is {@code setsid} each child leads a process group, which a
 * {@link Reaper} kills as one; elsewhere the descendants that can be seen are killed one by one. Thread-safe.
 */
final class ProcessGroups {

    private static final int ROUNDS = 3;

    private final Optional<Path> sh;
    private final Optional<Path> setsid;
    private final Path directory;
    private final Set<Long> known = new LinkedHashSet<>();
    private @Nullable Reaper reaper;

    /** Groups of a run whose work directory this is; the programs are those there are. */
    ProcessGroups(Path directory, Optional<Path> sh, Optional<Path> setsid) throws IOException {
        this.directory = directory;
        this.sh = sh;
        this.setsid = setsid;
        if (sh.isPresent()) {
            reaper = Reaper.start(sh.get(), setsid, directory);
        }
    }

    /** What goes before a command to make it lead a group of its own. */
    List<String> prefix() {
        return setsid.map(program -> List.of(program.toString())).orElse(List.of());
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
        // The leader first: once it is dead it can neither fork nor be about to become the leader of a group.
        List<ProcessHandle> seen = setsid.isPresent() ? List.of() : descendants(leader.toHandle());
        // By its handle: a Process would also close the pipes, and with them what has not been read yet.
        leader.toHandle().destroyForcibly();
        seen.forEach(ProcessGroups::killTree);
        killGroup(leader.pid());
    }

    /** Members of a leader's group that have not ended. */
    List<GroupMembers.Member> members(Process leader) {
        return setsid.isPresent() ? GroupMembers.living(leader.pid()) : List.of();
    }

    /** Kills all groups and ends the reaper. */
    synchronized void end() {
        if (reaper != null) {
            reaper.end();
            reaper = null;
        }
        known.clear();
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

    /** Someone killed the reaper: a new one learns what the old one knew. */
    private void replaceReaper() {
        reaper = null;
        if (sh.isEmpty()) {
            return;
        }
        try {
            Reaper successor = Reaper.start(sh.get(), setsid, directory);
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
