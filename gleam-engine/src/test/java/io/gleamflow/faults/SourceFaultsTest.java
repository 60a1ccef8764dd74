package io.gleamflow.faults;

import io.gleamflow.problem.Blame;
import java.util.List;

/** Row 1: sources that are not there, not what they seem, or change while they are read. */
class SourceFaultsTest extends FaultSuite {

    @Override
    List<Fault> faults() {
        return List.of(
                Fault.of(1, "an empty file has no rows")
                        .file("in.txt", "")
                        .flow("""
                                steps:
                                  - read: in.txt
                                  - write: target/out.txt
                                """)
                        .succeeds("target/out.txt", ""),
                Fault.of(1, "a file without a last line end keeps its last line")
                        .file("in.txt", "a\nb")
                        .lua()
                        .flow("""
                                steps:
                                  - read: in.txt
                                  - map: line:upper()
                                  - write: target/out.txt
                                """)
                        .succeeds("target/out.txt", "A\nB\n"),
                Fault.of(4, "a shell step that exits with 1 fails")
                        .flow("""
                                steps:
                                  - rows: 10
                                  - pipe: exit 1
                                  - write: target/out.txt
                                """)
                        .fails(Blame.SCRIPT, "- pipe:", "exit status 1"));
    }
}
