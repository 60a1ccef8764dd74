package io.gleamflow.process;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Commands joined by the pipes of the operating system, and after the last a copying process of ours: the JVM stops
 * reading from a child that has ended, and would lose what the child's background processes write later; from the copier
 * all of it arrives. To be used as a {@link Child} is.
 */
public final class Pipeline {

    private final List<Child> members;
    private final Child copier;

    Pipeline(List<Child> members, Child copier) {
        this.members = List.copyOf(members);
        this.copier = copier;
    }

    /** The children of the commands, in order. */
    public List<Child> members() {
        return members;
    }

    /** Where the first command reads; see {@link Child#stdin}. */
    public OutputStream stdin() {
        return members.get(0).stdin();
    }

    /** What the last command writes. */
    public InputStream stdout() {
        return copier.stdout();
    }

    /**
     * Waits for the end of all, as {@link Child#await} does. One exit for each command, in order; and one more if the copier
     * failed before its reader lost interest, for then the output is short.
     */
    public List<Exit> await() throws InterruptedException {
        List<Exit> exits = new ArrayList<>();
        for (Child member : members) {
            exits.add(member.await());
        }
        Exit copied = copier.await();
        if (!copied.killed() && !copied.status().isSuccess() && !copied.status().isBrokenPipe()) {
            exits.add(copied);
        }
        return exits;
    }

    /** Kills all commands and everything they started, at once. */
    public void kill() {
        members.forEach(Child::kill);
        copier.kill();
    }
}
