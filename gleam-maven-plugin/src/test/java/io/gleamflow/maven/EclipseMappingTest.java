package io.gleamflow.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Eclipse asks the user about each goal that the plugin does not tell it what to do with. */
class EclipseMappingTest {

    private static final Pattern PART = Pattern.compile("(?s)<pluginExecution>(.*?)</pluginExecution>");
    private static final Pattern GOAL = Pattern.compile("<goal>([a-z-]+)</goal>");

    private static List<String> goals(String xml) {
        return GOAL.matcher(xml)
                .results()
                .map((MatchResult goal) -> goal.group(1))
                .toList();
    }

    @Test
    void everyGoalIsMappedOnce() throws Exception {
        String mapping = Files.readString(Path.of("src/main/resources/META-INF/m2e/lifecycle-mapping-metadata.xml"));
        String descriptor = Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml"));
        assertThat(goals(mapping)).containsExactlyInAnyOrderElementsOf(goals(descriptor));
    }

    @Test
    void onlyTheGoalThatAsksWhatHasChangedRunsAsFilesAreSaved() throws Exception {
        String mapping = Files.readString(Path.of("src/main/resources/META-INF/m2e/lifecycle-mapping-metadata.xml"));
        Map<String, List<String>> when = new HashMap<>();
        for (MatchResult part : PART.matcher(mapping).results().toList()) {
            String action = part.group(1).contains("<runOnIncremental>true")
                    ? "incremental"
                    : part.group(1).contains("<runOnConfiguration>true") ? "configuration" : "never";
            when.computeIfAbsent(action, key -> new ArrayList<>()).addAll(goals(part.group(1)));
        }
        assertThat(when.get("incremental")).containsExactly("validate");
        assertThat(when.get("configuration")).containsExactlyInAnyOrder("run", "test-data");
    }
}
