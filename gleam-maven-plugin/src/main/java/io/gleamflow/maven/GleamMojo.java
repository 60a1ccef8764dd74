package io.gleamflow.maven;

import io.gleamflow.SharedLock;
import io.gleamflow.Standstill;
import io.gleamflow.run.Programs;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;
import org.sonatype.plexus.build.incremental.BuildContext;

/** What all goals share: which flows they are about, and whose fault it is when they fail. */
abstract class GleamMojo extends AbstractMojo {

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution mojoExecution;

    @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
    private File basedir;

    @Inject
    private BuildContext buildContext;

    @Inject
    private LifecycleExecutor lifecycles;

    @Inject
    private BuildPluginManager plugins;

    /** Where the descriptors of flows are. */
    @Parameter(property = "gleam.sourceDirectory", defaultValue = "${basedir}/src/main/gleam")
    private File sourceDirectory;

    /** Which files below the source directory are descriptors. */
    @Parameter(property = "gleam.includes", defaultValue = "**/*.yaml,**/*.yml")
    private List<String> includes;

    /** Which of them are not. */
    @Parameter(property = "gleam.excludes")
    private @Nullable List<String> excludes;

    /** Names of flows, or patterns such as {@code word*}; all flows when absent. */
    @Parameter(property = "gleam.flows")
    private @Nullable List<String> flows;

    /** One descriptor instead of the source directory; needs no POM. */
    @Parameter(property = "gleam.file")
    private @Nullable File file;

    /**
     * Parameters of flows: {@code <params><size>3</size></params>}, for one flow {@code <params><flow.size>}. On the
     * command line {@code -Dgleam.param.size=3} or {@code -Dgleam.param.flow.size=3}, which wins.
     */
    @Parameter
    private @Nullable Map<String, @Nullable String> params;

    /** What <code>${out}</code> means in a descriptor. */
    @Parameter(
            property = "gleam.outputDirectory",
            defaultValue = "${project.build.directory}/generated-resources/gleam")
    private File outputDirectory;

    /** What runs Lua: {@code luaj} or {@code luajit}. Wins over what flows say, and never changes results. */
    @Parameter(property = "gleam.runtime")
    private @Nullable String runtime;

    /** The program for the runtime {@code luajit}: a name to be found on the path, or a path. */
    @Parameter(property = "gleam.luajit", defaultValue = "luajit")
    private String luajit;

    /**
     * Whether workers for the runtime {@code luaj} may start from an archive of their classes, which is made beside some run
     * and kept in {@code $XDG_CACHE_HOME/gleam/cds} or else in {@code ~/.cache/gleam/cds}. Never changes results.
     */
    @Parameter(property = "gleam.classArchive", defaultValue = "true")
    private boolean classArchive;

    /** Where programs and shell code of steps are started; without it, in the directory of the project. */
    @Parameter(property = "gleam.workingDirectory")
    private @Nullable File workingDirectory;

    /** Variables for programs and shell code of steps, beside those that flows say, which win. */
    @Parameter
    private @Nullable Map<String, @Nullable String> environmentVariables;

    /** Whether programs and shell code of steps get the variables that Maven has; if not, PATH, HOME and the like only. */
    @Parameter(property = "gleam.inheritEnvironment", defaultValue = "true")
    private boolean inheritEnvironment;

    /** Whether to do nothing at all. */
    @Parameter(property = "gleam.skip", defaultValue = "false")
    private boolean skip;

    /** All that goals log goes through this. */
    @Override
    public Log getLog() {
        return new Printable(super.getLog());
    }

    /** Does the work of the goal; is not called when there are no flows. */
    abstract void execute(Workspace workspace, List<FlowFile> chosen)
            throws MojoExecutionException, MojoFailureException, InterruptedException;

    /** What is left to do when there are no flows. */
    void executeWithoutFlows(Workspace workspace)
            throws MojoExecutionException, MojoFailureException, InterruptedException {
        getLog().debug("nothing to do");
    }

    /** Whether the goal is about some flows only. */
    boolean isSelective() {
        return file != null || flows != null && !flows.isEmpty();
    }

    /** The directories descriptors are in. */
    List<Path> sourceDirectories() {
        return List.of(sourceDirectory.toPath());
    }

    /** Those that were searched for descriptors. */
    final List<Path> searchedDirectories() {
        return file == null ? sourceDirectories() : List.of();
    }

    /** The same, with that of flows for tests behind. */
    final List<Path> sourceDirectoriesWith(File testSourceDirectory) {
        return List.of(sourceDirectory.toPath(), testSourceDirectory.toPath());
    }

    /** Why the goal is to do nothing; empty when it is to work. */
    String reasonToSkip() {
        return skip ? "gleam.skip is set" : "";
    }

    /** What <code>${out}</code> means in a descriptor. */
    Path outputDirectory() {
        return outputBelow(outputDirectory, "generated-resources");
    }

    /** A directory for outputs, also where there is no POM. */
    final Path outputBelow(File directory, String standard) {
        return Workspace.isLeftOpen(directory.getPath())
                ? buildDirectory().resolve(standard).resolve("gleam")
                : directory.toPath();
    }

    private Path buildDirectory() {
        return project.getFile() != null
                ? Path.of(project.getBuild().getDirectory())
                : baseDirectory().resolve("target");
    }

    private Path baseDirectory() {
        return basedir.toPath().toAbsolutePath().normalize();
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (!EveryModule.isMeant(session, mojoExecution, project)) {
            executeHere();
            return;
        }
        OtherModule other = new OtherModule(session, mojoExecution, lifecycles, plugins);
        new EveryModule(getLog(), session, mojoExecution).visit(module -> {
            if (module.equals(project)) {
                executeHere();
            } else {
                other.in(module);
            }
        });
    }

    private void executeHere() throws MojoExecutionException, MojoFailureException {
        String reason = reasonToSkip();
        if (!reason.isEmpty()) {
            getLog().info("skipped: " + reason);
            return;
        }
        PluginConfiguration.refuseUnknown(mojoExecution, project);
        try {
            if (isDone()) {
                return;
            }
            List<FlowFile> chosen = chosenNow();
            if (chosen.isEmpty()) {
                tellNothing();
                executeWithoutFlows(workspace());
            } else {
                execute(workspace(), chosen);
            }
        } catch (MojoFailureException e) {
            throw Printable.isAll(e) ? e : new MojoFailureException(Printable.text(e), Printable.causeOf(e));
        } catch (MojoExecutionException e) {
            throw Printable.isAll(e) ? e : new MojoExecutionException(Printable.text(e), Printable.causeOf(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("interrupted; what was running published nothing", e);
        } catch (RuntimeException | StackOverflowError e) {
            throw Defect.in(e);
        }
    }

    /** Whether there is nothing to do, as far as is known without reading a flow. */
    boolean isDone() throws MojoFailureException {
        return false;
    }

    /** The flows the goal is about. */
    final List<FlowFile> chosenNow() throws MojoFailureException {
        return choice().flows(sourceDirectories());
    }

    private void tellNothing() {
        if (file == null) {
            String nothing = "no flows in " + choice().shown(sourceDirectories().get(0));
            if (isAlone()) {
                getLog().info(nothing);
            } else {
                getLog().debug(nothing);
            }
        }
    }

    /** Whether this build is about one module. */
    final boolean isAlone() {
        return session.getProjects().size() <= 1;
    }

    /** Whether one descriptor was named. */
    final boolean isOfFile() {
        return file != null;
    }

    private FlowChoice choice() {
        return new FlowChoice(
                getLog(),
                session,
                project,
                new SourceDirectory(includes, excludes == null ? List.of() : excludes),
                new FlowSelection(flows == null ? List.of() : flows),
                file == null ? null : file.toPath());
    }

    /** What can be known at a glance of this execution; empty when that depends on other modules. */
    final Optional<Standstill> standstill(Workspace workspace, List<String> parameters) {
        if (isSelective() && !isAlone()) {
            return Optional.empty();
        }
        List<String> said = new ArrayList<>(parameters);
        said.add(String.valueOf(includes));
        said.add(String.valueOf(excludes));
        said.add(String.valueOf(flows));
        said.addAll(workspace.params().said());
        for (Path directory : sourceDirectories()) {
            said.add(directory.toString());
        }
        said.add(String.valueOf(file));
        said.add(module());
        List<File> libraries = new ArrayList<>();
        for (Artifact library :
                mojoExecution.getMojoDescriptor().getPluginDescriptor().getArtifacts()) {
            libraries.add(library.getFile());
        }
        return Optional.of(new Standstill(workspace.project(Map.of()), libraries, execution(), said));
    }

    private String execution() {
        return mojoExecution.getGoal() + "." + mojoExecution.getExecutionId();
    }

    final Workspace workspace() throws MojoFailureException {
        Path base = baseDirectory();
        Map<String, @Nullable String> given = params == null ? Map.of() : new LinkedHashMap<>(params);
        ParamSources sources = new ParamSources(session.getUserProperties(), given, project.getProperties());
        Path build = buildDirectory();
        return new Workspace(
                base,
                outputDirectory(),
                build,
                LuaParameters.of(runtime, luajit, classArchive),
                sources,
                MavenProperties.of(session, project, base, build),
                programs(),
                lock());
    }

    /** One for all goals of the module in this build. */
    @SuppressWarnings("unchecked") // Maven keeps what plugins give it
    private SharedLock lock() {
        Map<Object, Object> context = getPluginContext();
        Object known = context.get(SharedLock.class.getName());
        if (known == null) {
            known = new SharedLock();
            context.put(SharedLock.class.getName(), known);
        }
        // of another class loader when the plugin is loaded twice
        return known instanceof SharedLock lock ? lock : new SharedLock();
    }

    private Programs programs() throws MojoFailureException {
        Map<String, String> variables = new LinkedHashMap<>();
        if (environmentVariables != null) {
            for (Map.Entry<String, @Nullable String> each : environmentVariables.entrySet()) {
                variables.put(each.getKey(), each.getValue() == null ? "" : each.getValue());
            }
        }
        if (workingDirectory != null && !workingDirectory.isDirectory()) {
            throw new MojoFailureException("gleam.workingDirectory is no directory: " + workingDirectory);
        }
        return new Programs(
                variables,
                inheritEnvironment,
                workingDirectory == null ? Optional.empty() : Optional.of(workingDirectory.toPath()));
    }

    /** What messages call a flow: its name, and under {@code -T} the module too, since lines of modules mix then. */
    String title(FlowFile flow) {
        return module() + flow.name();
    }

    private String module() {
        boolean mixed = session.getRequest().getDegreeOfConcurrency() > 1
                && session.getProjects().size() > 1;
        return mixed ? project.getArtifactId() + "/" : "";
    }

    /** What the flows of the module have done in this build. */
    @SuppressWarnings("unchecked") // Maven keeps what plugins give it
    BuildResults results() {
        return BuildResults.in((Map<Object, Object>) getPluginContext());
    }

    /** What an editor shows of this execution. */
    final Markers markers() {
        return new Markers(buildContext, baseDirectory(), execution());
    }

    /** How to follow a run, as a parameter says. */
    ProgressChoice progress(String word) throws MojoFailureException {
        boolean isAlone = session.getRequest().isInteractiveMode()
                && (session.getRequest().getDegreeOfConcurrency() <= 1
                        || session.getProjects().size() <= 1);
        String style = session.getUserProperties().getProperty("style.color", "");
        return ProgressChoice.of(word, isAlone, StandardOutput.isTerminal(), style, System.getenv());
    }

    MavenProject project() {
        return project;
    }
}
