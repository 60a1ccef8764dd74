package io.gleamflow.maven;

import io.gleamflow.Tuning;
import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.Flow;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.FailureException;
import io.gleamflow.problem.Nearest;
import io.gleamflow.report.Secrets;
import io.gleamflow.run.RunListener;
import io.gleamflow.testing.Preview;
import io.gleamflow.testing.SeenRows;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows the first rows behind every step, as tables. Only the first rows of sources are read, so that counts and sums are those
 * of these; nothing is written or published.
 */
@Mojo(name = "preview", threadSafe = true, requiresProject = false)
public final class PreviewMojo extends GleamMojo {

    /** How many rows are shown of each step. */
    @Parameter(property = "gleam.rows", defaultValue = "5")
    private int rows;

    /** The only dataset to look at. */
    @Parameter(property = "gleam.dataset")
    private @Nullable String dataset;

    /** The only step to look at: its name, its verb, or its number in the dataset from 1. */
    @Parameter(property = "gleam.step")
    private @Nullable String step;

    /** How many rows of each source are read, at most. */
    @Parameter(property = "gleam.input", defaultValue = "1000")
    private int input;

    @Override
    void execute(Workspace workspace, List<FlowFile> chosen)
            throws MojoExecutionException, MojoFailureException, InterruptedException {
        if (rows < 1 || input < 1) {
            String name = rows < 1 ? "gleam.rows is " + rows : "gleam.input is " + input;
            throw new MojoFailureException(name + "; it must be 1 or more");
        }
        Complaints complaints = new Complaints(getLog(), workspace.baseDirectory());
        LoadedFlows loaded = LoadedFlows.of(workspace, chosen, complaints);
        Preview preview = new Preview(Optional.ofNullable(dataset), Optional.ofNullable(step), rows, input);
        refuseUnknown(loaded, chosen, preview);
        for (FlowFile file : chosen) {
            Flow flow = loaded.flow(file);
            if (flow != null && preview.hasSomethingIn(flow)) {
                show(workspace, file, flow, preview, complaints);
            }
        }
        if (complaints.errors() > 0) {
            throw complaints.failure();
        }
    }

    /** A name is of one of the flows, or was written wrong. */
    private void refuseUnknown(LoadedFlows loaded, List<FlowFile> chosen, Preview preview) throws MojoFailureException {
        Set<String> datasets = new LinkedHashSet<>();
        Set<String> steps = new LinkedHashSet<>();
        boolean found = false;
        for (FlowFile file : chosen) {
            Flow flow = loaded.flow(file);
            if (flow == null) {
                return;
            }
            found |= preview.hasSomethingIn(flow);
            flow.datasets().stream().map(Dataset::name).forEach(datasets::add);
            flow.datasets().stream()
                    .flatMap(each -> each.steps().stream())
                    .forEach(each -> steps.add(each.head().title()));
        }
        if (!found && dataset != null && !datasets.contains(dataset)) {
            throw unknown("dataset", dataset, datasets);
        } else if (!found && step != null) {
            throw unknown("step", step, steps);
        }
    }

    private static MojoFailureException unknown(String what, String name, Set<String> names) {
        return new MojoFailureException("there is no " + what + " `" + name + "`. "
                + Nearest.hint(name, names).map(hint -> hint + " ").orElse("") + "(the " + what + "s are "
                + String.join(", ", names) + ")");
    }

    private void show(Workspace workspace, FlowFile file, Flow flow, Preview preview, Complaints complaints)
            throws MojoExecutionException, InterruptedException {
        Secrets secrets = Secrets.of(flow);
        try {
            List<SeenRows> all =
                    workspace.engineFor(file.name()).preview(flow, preview, Tuning.NONE, RunListener.SILENT);
            getLog().info(title(file));
            for (SeenRows seen : all) {
                String of = seen.dataset().equals(flow.name()) ? "" : seen.dataset() + ": ";
                String count = seen.count() + (seen.count() == 1 ? " row" : " rows");
                getLog().info(secrets.hidden(
                        "  " + of + seen.step() + ", line " + seen.place().line() + ": " + count));
                seen.table().forEach(line -> getLog().info(secrets.hidden("      " + line)));
            }
        } catch (FailureException e) {
            if (e.failure().blame() == Blame.ENGINE) {
                throw Defect.in(e.failure(), e);
            }
            complaints.add(e.failure());
        } catch (IOException e) {
            throw new MojoExecutionException("cannot preview " + workspace.shown(file.path()) + ": " + e, e);
        }
    }
}
