package io.gleamflow;

import io.gleamflow.check.ProjectFiles;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.TestCase;
import io.gleamflow.local.KeptWorkers;
import io.gleamflow.local.LocalRunner;
import io.gleamflow.problem.InvalidFlowException;
import io.gleamflow.run.RunOptions;
import io.gleamflow.testing.FlowTests;
import io.gleamflow.testing.TestOutcome;
import io.gleamflow.testing.Verdicts;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Runs tests of flows, one after the other. Nothing is written but to private directories, which are removed, and nothing is
 * published. Workers wait for the next test, so many small ones are quick.
 */
public final class TestBench implements AutoCloseable {

    private final Gleam gleam;
    private final Leftovers leftovers;
    private final PrivateDirectory directory;
    private final KeptWorkers workers;
    private final FlowTests tests;

    private TestBench(
            Gleam gleam, Leftovers leftovers, PrivateDirectory directory, RunOptions options, ProjectFiles files) {
        this.gleam = gleam;
        this.leftovers = leftovers;
        this.directory = directory;
        this.workers = new KeptWorkers(directory.path());
        this.tests = new FlowTests(new LocalRunner(workers), options, files);
    }

    static TestBench open(Gleam gleam, Leftovers leftovers, RunOptions options, ProjectFiles files) throws IOException {
        return new TestBench(gleam, leftovers, PrivateDirectory.create(leftovers.work()), options, files);
    }

    /**
     * Runs a test.
     *
     * @param flow as loaded from {@code descriptor}
     */
    public TestOutcome run(Path descriptor, Flow flow, TestCase test) throws IOException, InterruptedException {
        Verdicts verdicts = new Verdicts(flow, test);
        try (PrivateDirectory own = PrivateDirectory.create(leftovers.work())) {
            Flow with = gleam.load(descriptor, own.path().resolve("out"), test.params())
                    .flow();
            TestCase same = with.tests().stream()
                    .filter(each -> each.place().equals(test.place()))
                    .findFirst()
                    .orElse(test);
            return tests.run(with, same, own.path());
        } catch (InvalidFlowException e) {
            return verdicts.invalid(e.problems());
        }
    }

    @Override
    public void close() {
        try (directory) {
            workers.close();
        }
    }
}
