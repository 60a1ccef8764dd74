package io.gleamflow.testing;

import io.gleamflow.report.JsonWriter;
import io.gleamflow.report.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes what tests have covered, for people and for programs; no text there has a secret. */
public final class CoverageFiles {

    /** For people. */
    public static final String TEXT = "coverage.txt";

    /** For programs; docs/maven.md says what stands in it. */
    public static final String JSON = "coverage.json";

    private static final int VERSION = 1;

    private CoverageFiles() {}

    /** Writes both into a directory; whoever reads them meanwhile sees the old one or the new one. */
    public static void write(Path directory, List<Coverage> flows) throws IOException {
        Files.createDirectories(directory);
        WholeFile.write(directory.resolve(TEXT), text(flows));
        WholeFile.write(directory.resolve(JSON), json(flows));
    }

    private static Secrets secrets(List<Coverage> flows) {
        return Secrets.of(flows.stream().map(Coverage::flow).toList());
    }

    private static String text(List<Coverage> flows) {
        Secrets secrets = secrets(flows);
        StringBuilder text = new StringBuilder();
        for (Coverage coverage : flows) {
            text.append(coverage.flow().name()).append(": ").append(coverage.summary());
            text.append('\n');
            coverage.gaps().forEach(gap -> text.append("  ").append(gap).append('\n'));
        }
        return secrets.hidden(text.toString());
    }

    private static String json(List<Coverage> flows) {
        JsonWriter json = new JsonWriter(secrets(flows)::hidden);
        json.object().number("version", VERSION).array("flows");
        flows.forEach(coverage -> flow(json, coverage));
        return json.endArray().endObject().toString();
    }

    private static void flow(JsonWriter json, Coverage coverage) {
        json.object().text("name", coverage.flow().name());
        json.text("descriptor", coverage.flow().place().file());
        json.number("steps", coverage.steps().size()).number("covered", coverage.reached());
        json.number("branches", coverage.branches()).number("taken", coverage.taken());
        json.array("of");
        for (StepCoverage step : coverage.steps()) {
            json.object().text("dataset", step.dataset()).text("step", step.step());
            json.text("file", step.place().file()).number("line", step.place().line());
            json.number("rows", step.rows()).bool("covered", step.isCovered());
            json.array("branches");
            step.branches()
                    .forEach(branch -> json.object()
                            .text("name", branch.name())
                            .bool("covered", branch.isCovered())
                            .endObject());
            json.endArray().endObject();
        }
        json.endArray().endObject();
    }
}
