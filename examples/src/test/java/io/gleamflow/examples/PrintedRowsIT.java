package io.gleamflow.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.Gleam;
import io.gleamflow.LuaChoice;
import io.gleamflow.Project;
import io.gleamflow.Tuning;
import io.gleamflow.flow.Flow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The flows whose rows go to the log are run once more, by way of Java, with the log in a list. */
class PrintedRowsIT {

    @TempDir
    Path build;

    @Test
    void wordCountPrintsEachWordOnceInOrder() throws Exception {
        List<String> expected = new ArrayList<>();
        EtcPasswd.words().forEach((word, count) -> expected.add(word + "," + count));
        assertThat(printedBy("word-count")).isEqualTo(expected);
    }

    @Test
    void wordCountWithUniqPrintsWhatUniqPrints() throws Exception {
        List<String> expected = new ArrayList<>();
        EtcPasswd.words().forEach((word, count) -> expected.add(String.format("%7d %s", count, word)));
        assertThat(printedBy("word-count-with-uniq")).isEqualTo(expected);
    }

    private List<String> printedBy(String name) throws Exception {
        Path base = Path.of("").toAbsolutePath();
        Gleam gleam = new Gleam(new Project(base, build.resolve("out"), build, LuaChoice.DEFAULT, Map.of(), Map.of()));
        Flow flow = gleam.load(base.resolve("src/main/gleam").resolve(name + ".yaml"))
                .flow();
        List<String> printed = Collections.synchronizedList(new ArrayList<>());
        gleam.run(flow, Tuning.partitions(2), (step, line) -> {
            if (step.equals("print")) {
                printed.add(line);
            }
        });
        return printed;
    }
}
