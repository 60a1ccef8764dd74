package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.Flow;
import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.graph.GraphFormat;
import io.gleamflow.graph.GraphLevel;
import io.gleamflow.page.ReportFiles;
import io.gleamflow.problem.FailureException;
import io.gleamflow.problem.InvalidFlowException;
import io.gleamflow.report.BuildReport;
import io.gleamflow.report.FlowResult;
import io.gleamflow.report.RunReport;
import io.gleamflow.run.RunListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Flows that do all they can to show their secrets; the same for each runtime of Lua. */
@Timeout(60)
abstract class SecretRuns {

    private static final Path FLOWS = Path.of("src/test/resources/secrets");

    @TempDir
    Path base;

    private final LuaRuntime runtime;
    private final List<String> shown = Collections.synchronizedList(new ArrayList<>());

    SecretRuns(LuaRuntime runtime) {
        this.runtime = runtime;
    }

    static List<String> flows() throws IOException {
        try (Stream<Path> files = Files.list(FLOWS)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("flows")
    void nothingOfASecretIsShown(String name) throws Exception {
        Path build = base.resolve("target");
        LuaChoice lua = new LuaChoice(Optional.of(runtime), "luajit");
        Gleam gleam = new Gleam(new Project(base, build, build, lua, given(), Map.of()));
        Files.writeString(base.resolve("bad.csv"), "a,b\n1,x\n\"" + badValue() + "\",y\n");
        Files.writeString(base.resolve("flow.yaml"), descriptor(Files.readString(FLOWS.resolve(name))));
        try (ExposedSecrets exposed = ExposedSecrets.watch(base)) {
            showAll(gleam);
            assertThat(Telltales.in(shown)).isEmpty();
            assertThat(exposed.found()).as("seen by others").isEmpty();
        }
        assertThat(shown).as("what was hidden").anyMatch(text -> text.contains("***") || text.contains("its value"));
    }

    /** The whole, the number and the choice are given texts that they cannot be. */
    private static Map<String, Project.Given> given() {
        Map<String, Project.Given> given = Telltales.given();
        String plain = Objects.requireNonNull(Telltales.SECRETS.get("plain"));
        for (String wrong : List.of("whole", "chosen", "yes", "typo")) {
            given.put(wrong, new Project.Given(plain, "-Dgleam.param." + wrong));
        }
        return given;
    }

    private static String badValue() {
        return ("0123456789".repeat(3) + Telltales.SECRETS.get("long")).replace("\"", "\"\"");
    }

    private static String descriptor(String flow) {
        return flow.startsWith("params:\n")
                ? Telltales.declarations() + flow.substring("params:\n".length())
                : Telltales.declarations() + flow;
    }

    private void showAll(Gleam gleam) throws IOException, InterruptedException {
        try {
            Gleam.Loaded loaded = gleam.load(base.resolve("flow.yaml"));
            loaded.warnings().forEach(warning -> shown.add(warning.toString()));
            explain(gleam, loaded.flow());
            draw(gleam, loaded.flow());
            run(gleam, loaded.flow());
        } catch (InvalidFlowException e) {
            show(e);
            shown.add(e.problems().toString());
        } catch (FailureException e) {
            show(e);
            shown.add(e.failure() + " " + e.failure().details());
        }
    }

    private void run(Gleam gleam, Flow flow) throws FailureException, IOException, InterruptedException {
        RunListener listener = new RunListener() {
            @Override
            public void logged(String step, String line) {
                shown.add(step);
                shown.add(line);
            }

            @Override
            public void failed(RunReport soFar) {
                shown.add(soFar.toString());
                showPages(flow, soFar, FlowResult.State.FAILED);
            }
        };
        RunReport report = gleam.run(flow, Tuning.partitions(2), listener);
        shown.add(report.toString());
        showPages(flow, report, FlowResult.State.RAN);
    }

    /** All that is in the files of a report, with what the descriptor says among it. */
    private void showPages(Flow flow, RunReport report, FlowResult.State state) {
        try {
            List<String> trouble = Files.readAllLines(base.resolve("flow.yaml"));
            FlowResult result =
                    new FlowResult(flow, flow.name(), state, Optional.of(report), Optional.empty(), trouble, trouble);
            Path page = ReportFiles.write(
                    base.resolve("report"), new BuildReport("secrets", Instant.EPOCH, List.of(result)));
            shown.add(Files.readString(page));
            shown.add(Files.readString(page.resolveSibling("report.json")));
            shown.add(Files.readString(page.resolveSibling("trace.tsv")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void draw(Gleam gleam, Flow flow) throws FailureException {
        for (GraphLevel level : GraphLevel.values()) {
            for (GraphFormat format : GraphFormat.values()) {
                shown.add(format.write(List.of(gleam.graph(flow, level, Tuning.NONE), gleam.links(List.of(flow)))));
            }
        }
    }

    private void explain(Gleam gleam, Flow flow) {
        try {
            shown.add(gleam.explain(flow, Tuning.NONE));
            shown.add(gleam.inOrder(List.of(flow)).get(0).name());
        } catch (FailureException | InvalidFlowException e) {
            show(e);
        }
    }

    /** As {@code mvn -e} would. */
    private void show(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        shown.add(text.toString());
    }
}
