package io.gleamflow.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Who lives in a process group, from {@code /proc}; where there is none, nobody is known. */
final class GroupMembers {

    private static final Path PROC = Path.of("/proc");

    private GroupMembers() {}

    /** A process in a group. */
    record Member(long pid, String name) {

        @Override
        public String toString() {
            return name + " (pid " + pid + ")";
        }
    }

    /** The members of a group that have not ended; zombies have. */
    static List<Member> living(long group) {
        List<Member> members = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                addIfMember(process, group, members);
            }
        } catch (IOException | DirectoryIteratorException noProc) {
            return members;
        }
        return members;
    }

    private static void addIfMember(Path process, long group, List<Member> members) {
        String stat;
        try {
            stat = Files.readString(process.resolve("stat"), ISO_8859_1);
        } catch (IOException ended) {
            return;
        }
        // pid (name) state ppid pgrp ...: the name may hold blanks and parentheses
        int open = stat.indexOf('(');
        int close = stat.lastIndexOf(')');
        String[] fields = stat.substring(close + 1).strip().split(" ", 4);
        boolean dead = fields[0].equals("Z") || fields[0].equals("X");
        if (!dead && Long.parseLong(fields[2]) == group) {
            members.add(new Member(Long.parseLong(stat.substring(0, open).strip()), stat.substring(open + 1, close)));
        }
    }
}
