package io.gleamflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupMembersTest {

    @Test
    void aMemberIsSeenWhateverItsName(@TempDir Path work) throws Exception {
        Shells.assumeGroups();
        Path odd = Files.copy(ProgramSearch.tool("sleep").orElseThrow(), work.resolve("a) Z 1 (b"));
        try (ChildProcesses children = ChildProcesses.open(work)) {
            Child child =
                    children.start(new Command("odd", List.of(odd.toString(), "1000"), Map.of(), work), line -> {});
            Shells.eventually(
                    "the name is seen",
                    () -> GroupMembers.living(child.pid())
                            .equals(List.of(new GroupMembers.Member(child.pid(), "a) Z 1 (b"))));
            child.kill();
            child.await();
            assertThat(GroupMembers.living(child.pid())).isEmpty();
        }
    }
}
