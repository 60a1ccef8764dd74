package io.gleamflow.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.Flow;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildResultsTest {

    @TempDir
    private Path base;

    @Test
    void aFlowThatIsGoneIsForgottenAndNoOther() throws Exception {
        WatchProject project =
                new WatchProject(base).flow("a", "data/a.txt", "target/a.txt").flow("b", "data/b.txt", "target/b.txt");
        List<FlowFile> files = project.flows();
        LoadedFlows loaded = LoadedFlows.of(project.workspace(), files, new Complaints(new RecordedLog(), base));
        Flow a = Objects.requireNonNull(loaded.flow(files.get(0)));
        Flow b = Objects.requireNonNull(loaded.flow(files.get(1)));
        BuildResults results = BuildResults.in(new HashMap<>());
        results.failed(a, "a", Optional.empty(), List.of(), List.of("no disk"));
        results.failed(b, "b", Optional.empty(), List.of(), List.of("no disk"));
        results.forget(List.of(files.get(0)), base);
        assertThat(results.isFailed(a)).isFalse();
        assertThat(results.isFailed(b)).isTrue();
    }
}
