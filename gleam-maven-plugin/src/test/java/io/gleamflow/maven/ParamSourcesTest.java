package io.gleamflow.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.Project.Given;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParamSourcesTest {

    private final Properties commandLine = new Properties();
    private final Map<String, @Nullable String> pom = new HashMap<>();
    private final Properties properties = new Properties();

    private Map<String, Given> of(String flow) {
        return new ParamSources(commandLine, pom, properties).of(flow);
    }

    @Test
    void theCommandLineWinsOverThePomAndThatOverProperties() {
        properties.setProperty("gleam.param.a", "property");
        properties.setProperty("gleam.param.b", "property");
        properties.setProperty("gleam.param.c", "property");
        pom.put("b", "pom");
        pom.put("c", "pom");
        commandLine.setProperty("gleam.param.c", "line");
        assertThat(of("any"))
                .containsEntry("a", new Given("property", "property gleam.param.a"))
                .containsEntry("b", new Given("pom", "<b> in <params>"))
                .containsEntry("c", new Given("line", "-Dgleam.param.c"));
    }

    @Test
    void aValueForOneFlowWinsOverOneForAllFromTheSamePlace() {
        commandLine.setProperty("gleam.param.words.size", "own");
        commandLine.setProperty("gleam.param.size", "all");
        assertThat(of("words")).containsOnly(Map.entry("size", new Given("own", "-Dgleam.param.words.size")));
        assertThat(of("other")).containsOnly(Map.entry("size", new Given("all", "-Dgleam.param.size")));
    }

    @Test
    void anEmptyElementIsAnEmptyValue() {
        pom.put("empty", null);
        assertThat(of("any")).containsEntry("empty", new Given("", "<empty> in <params>"));
    }

    @Test
    void complainsAboutParametersThatNoFlowHas() {
        commandLine.setProperty("gleam.param.sise", "3");
        commandLine.setProperty("gleam.param.words.size", "3");
        properties.setProperty("gleam.param.for.another.module", "3");
        assertThat(new ParamSources(commandLine, pom, properties).unknown(Map.of("words", List.of("size"))))
                .containsExactly("no flow here has a parameter `sise`. Did you mean `size`?");
    }
}
