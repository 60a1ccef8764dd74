package io.gleamflow.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.Gleam;
import io.gleamflow.Project;
import io.gleamflow.Tuning;
import io.gleamflow.problem.FailureException;
import io.gleamflow.problem.InvalidFlowException;
import io.gleamflow.report.RunReport;
import io.gleamflow.run.RunListener;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FromJavaTest {

    private static RunReport customers()
            throws InvalidFlowException, FailureException, IOException, InterruptedException {
        Gleam gleam = new Gleam(Project.at(Path.of("")));
        Gleam.Loaded loaded = gleam.load(Path.of("src/test/gleam/customers.yaml"));
        return gleam.run(loaded.flow(), Tuning.NONE, RunListener.SILENT);
    }

    @Test
    void aFlowRunsFromJava() throws Exception {
        assertThat(customers().outputs())
                .singleElement()
                .satisfies(output -> assertThat(output.rows()).isEqualTo(3));
    }
}
