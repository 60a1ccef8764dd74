package io.gleamflow.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
                read(process)
                        .filter(status -> status.group() == group)
                        .map(Status::member)
                        .ifPresent(members::add);
            }
        } catch (IOException | DirectoryIteratorException noProc) {
            return members;
        }
        return members;
    }

    /** Whose directory below {@code /proc} this is, unless it has ended. */
    static Optional<Member> member(Path process) {
        return read(process).map(Status::member);
    }

    private record Status(Member member, long group) {}

    private static Optional<Status> read(Path process) {
        String stat;
        try {
            stat = Files.readString(process.resolve("stat"), ISO_8859_1);
        } catch (IOException ended) {
            return Optional.empty();
        }
        // pid (name) state ppid pgrp ...: the name may hold blanks and parentheses
        int open = stat.indexOf('(');
        int close = stat.lastIndexOf(')');
        String[] fields = stat.substring(close + 1).strip().split(" ", 4);
        boolean dead = fields[0].equals("Z") || fields[0].equals("X");
        if (dead) {
            return Optional.empty();
        }
        Member member = new Member(Long.parseLong(stat.substring(0, open).strip()), stat.substring(open + 1, close));
        return Optional.of(new Status(member, Long.parseLong(fields[2])));
    }
}
