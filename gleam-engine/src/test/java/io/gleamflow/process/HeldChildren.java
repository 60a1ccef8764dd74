package io.gleamflow.process;

import java.nio.file.Path;

/**
 * A JVM with children, to be killed: the first argument is its work directory, the second how it ends, the third a file for
 * the process id of a grandchild that has no parent any more; that with {@code .session} behind its name is for one that has
 * left the group.
 */
final class HeldChildren {

    private HeldChildren() {}

    public static void main(String[] arguments) throws Exception {
        Path work = Path.of(arguments[0]);
        ChildProcesses children = ChildProcesses.open(work);
        Command command = Shells.script(
                work,
                "child",
                "(setsid sh -c 'echo $$ >\"$1\"; exec sleep 1000' sh '" + arguments[2] + ".session' &)\n"
                        + "(sleep 1000 & echo $! >\"$0.pid\"; mv \"$0.pid\" '" + arguments[2] + "') & exec sleep 1000");
        children.start(command, line -> {});
        Shells.pidIn(Path.of(arguments[2]));
        Shells.pidIn(Path.of(arguments[2] + ".session"));
        System.out.println("ready");
        switch (arguments[1]) {
            case "exit" -> System.exit(0);
            case "halt" -> Runtime.getRuntime().halt(1);
            default -> Thread.sleep(Long.MAX_VALUE);
        }
    }
}
