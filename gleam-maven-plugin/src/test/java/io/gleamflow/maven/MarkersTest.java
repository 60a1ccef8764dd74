package io.gleamflow.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem.Severity;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.codehaus.plexus.logging.AbstractLogger;
import org.codehaus.plexus.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonatype.plexus.build.incremental.DefaultBuildContext;

class MarkersTest {

    @TempDir
    Path base;

    private final RecordedContext context = new RecordedContext();
    private Path build = Path.of("");
    private FlowFile flow = FlowFile.at(Path.of("flow.yaml"));

    @BeforeEach
    void project() throws IOException {
        build = Files.createDirectories(base.resolve("target"));
        flow = FlowFile.at(Files.writeString(base.resolve("flow.yaml"), "steps:\n"));
    }

    private Markers markers() {
        return new Markers(context, base, "validate.default");
    }

    private static Complaint complaint(Severity severity, String file, int line, int column, String message) {
        return new Complaint(severity, Optional.of(new Place(file, line, column)), message, Optional.empty());
    }

    @Test
    void aComplaintIsMarkedAtItsPlaceWithItsCure() {
        Complaint error = new Complaint(
                Severity.ERROR,
                Optional.of(new Place("flow.yaml", 2, 5)),
                "`wirte` is no verb",
                Optional.of("Did you mean `write`?"));
        Complaint nowhere = new Complaint(Severity.ERROR, Optional.empty(), "no disk", Optional.empty());
        markers()
                .replace(
                        List.of(flow),
                        List.of(error, nowhere, complaint(Severity.WARNING, "flow.yaml", 3, 1, "hm")),
                        null);
        assertThat(context.marks)
                .containsOnlyKeys("flow.yaml")
                .containsEntry(
                        "flow.yaml", List.of("error 2:5 `wirte` is no verb (Did you mean `write`?)", "warning 3:1 hm"));
    }

    @Test
    void whatIsWrongInLuaOfSeveralFlowsIsMarkedOnce() {
        markers()
                .replace(
                        List.of(flow),
                        List.of(
                                complaint(Severity.ERROR, "lib/clean.lua", 7, 0, "b"),
                                complaint(Severity.ERROR, "lib/clean.lua", 7, 0, "b"),
                                complaint(Severity.ERROR, "lib/clean.lua", 8, 0, "b")),
                        null);
        assertThat(context.marks).containsEntry("clean.lua", List.of("error 7:0 b", "error 8:0 b"));
    }

    @Test
    void whatIsMendedIsMarkedNoMoreAlsoInFilesThatAreNoDescriptors() {
        List<Complaint> wrong = List.of(
                complaint(Severity.ERROR, "flow.yaml", 2, 5, "a"),
                complaint(Severity.ERROR, "lib/clean.lua", 7, 0, "b"));
        markers().replace(List.of(flow), wrong, null);
        assertThat(context.marks).containsOnlyKeys("flow.yaml", "clean.lua");
        markers().replace(List.of(flow), List.of(), null);
        assertThat(context.marks).isEmpty();
    }

    @Test
    void marksGoWithTheLastFlow() {
        markers().replace(List.of(flow), List.of(complaint(Severity.ERROR, "x.lua", 1, 1, "a")), null);
        markers().replace(List.of(), List.of(), null);
        assertThat(context.marks).isEmpty();
    }

    @Test
    void theFailureOfTheGoalIsTheCauseOfItsErrorsSoThatItIsNotShownAgain() {
        MojoFailureException failure = new MojoFailureException("a");
        markers()
                .replace(
                        List.of(flow),
                        List.of(
                                complaint(Severity.ERROR, "flow.yaml", 1, 1, "a"),
                                complaint(Severity.WARNING, "flow.yaml", 1, 1, "b")),
                        failure);
        assertThat(context.causes).containsExactly(failure, null);
    }

    @Test
    void filesThatChangedAreNamedAsTheEditorKnowsThem() {
        markers().changed(List.of("target/out/a.csv", "../b.csv"));
        assertThat(context.refreshed)
                .containsExactly(
                        base.resolve("target/out/a.csv").toString(),
                        base.resolveSibling("b.csv").toString());
    }

    @Test
    void aBuildOfEverythingLooksAtEverything() {
        assertThat(markers().isAsked(build, List.of())).isTrue();
    }

    @Test
    void whatABuildWritesIsNoReasonToLookAgain() {
        context.saved(build.resolve("classes/A.class").toFile());
        assertThat(markers().isAsked(build, List.of())).isFalse();
    }

    @Test
    void whatSomebodySavesIsAReason() {
        context.saved(flow.path().toFile(), build.resolve("x").toFile());
        assertThat(markers().isAsked(build, List.of())).isTrue();
    }

    @Test
    void whatSomebodyDeletesIsAReason() throws IOException {
        Path data = Files.createDirectories(base.resolve("data"));
        markers().isAsked(build, List.of());
        Files.delete(data);
        context.saved(data.resolve("gone.csv").toFile());
        assertThat(markers().isAsked(build, List.of())).isTrue();
    }

    @Test
    void whatIsOutsideOfTheProjectIsAReasonWhenFlowsAreThere() {
        File outside = base.resolveSibling("flows").toFile();
        context.saved(outside);
        assertThat(markers().isAsked(build, List.of())).isFalse();
        assertThat(markers().isAsked(build, List.of(outside.toPath()))).isTrue();
    }

    @Test
    void theCommandLineIsToldNothingASecondTime() {
        DefaultBuildContext commandLine = new DefaultBuildContext();
        RecordedLogger logger = new RecordedLogger();
        commandLine.enableLogging(logger);
        Markers markers = new Markers(commandLine, base, "validate.default");
        markers.replace(List.of(flow), List.of(complaint(Severity.ERROR, "flow.yaml", 1, 1, "a")), null);
        markers.changed(List.of("a"));
        assertThat(markers.isAsked(build, List.of())).isTrue();
        assertThat(logger.lines).isZero();
        // it would have been, if asked
        commandLine.addMessage(new File("x"), 1, 1, "a", 2, null);
        assertThat(logger.lines).isOne();
    }

    private static final class RecordedLogger extends AbstractLogger {

        private int lines;

        RecordedLogger() {
            super(LEVEL_DEBUG, "test");
        }

        @Override
        public void debug(String message, Throwable cause) {
            lines++;
        }

        @Override
        public void info(String message, Throwable cause) {
            lines++;
        }

        @Override
        public void warn(String message, Throwable cause) {
            lines++;
        }

        @Override
        public void error(String message, Throwable cause) {
            lines++;
        }

        @Override
        public void fatalError(String message, Throwable cause) {
            lines++;
        }

        @Override
        public Logger getChildLogger(String name) {
            return this;
        }
    }
}
