package io.gleamflow.maven;

import io.gleamflow.editor.Template;
import io.gleamflow.problem.Nearest;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Writes a flow to begin with, with data, a test and what editors need. Needs no POM, changes none, and overwrites nothing.
 */
@Mojo(name = "init", threadSafe = true, requiresProject = false)
public final class InitMojo extends AbstractMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution mojoExecution;

    @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
    private File basedir;

    /** What to begin with: {@code words}, {@code join} or {@code shell}. */
    @Parameter(property = "gleam.template", defaultValue = "words")
    private String template;

    @Override
    public Log getLog() {
        return new Printable(super.getLog());
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (!project.isExecutionRoot()) {
            getLog().debug("gleam:init works in the execution root only");
            return;
        }
        if (!Template.NAMES.contains(template)) {
            throw new MojoFailureException("there is no template `" + template + "`. "
                    + Nearest.hint(template, Template.NAMES)
                            .map(hint -> hint + " ")
                            .orElse("") + "(the templates are "
                    + String.join(", ", Template.NAMES) + ")");
        }
        Path base = basedir.toPath().toAbsolutePath().normalize();
        Map<String, String> files = Template.files(template);
        refuseToOverwrite(base, files);
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = base.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue().getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
                getLog().info("wrote " + file.getKey());
            }
            new EditorFiles(getLog(), base).write(base.resolve(".gleam"), List.of());
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write the files of the template: " + e, e);
        }
        tellNext(files.keySet().iterator().next());
    }

    private static void refuseToOverwrite(Path base, Map<String, String> files) throws MojoFailureException {
        List<String> there = files.keySet().stream()
                .filter(file -> Files.exists(base.resolve(file)))
                .toList();
        if (!there.isEmpty()) {
            throw new MojoFailureException(String.join(", ", there)
                    + (there.size() == 1 ? " is" : " are") + " there already; gleam:init overwrites nothing and has"
                    + " written nothing");
        }
    }

    private void tellNext(String descriptor) {
        String plugin = mojoExecution.getGroupId() + ":" + mojoExecution.getArtifactId();
        String whole = plugin + ":" + mojoExecution.getVersion();
        boolean hasPom = project.getFile() != null;
        if (hasPom && project.getPlugin(plugin) != null) {
            getLog().info("now: mvn gleam:test gleam:run");
            return;
        }
        getLog().info("now: mvn " + whole + ":test -Dgleam.file=" + descriptor);
        getLog().info("     mvn " + whole + ":run -Dgleam.file=" + descriptor);
        if (hasPom) {
            getLog().info("to run flows in the build, put this under <build><plugins> of "
                    + project.getFile().getName() + ":");
            block().lines().forEach(getLog()::info);
        }
    }

    private String block() {
        return """
                    <plugin>
                      <groupId>%s</groupId>
                      <artifactId>%s</artifactId>
                      <version>%s</version>
                      <executions>
                        <execution>
                          <goals>
                            <goal>validate</goal>
                            <goal>run</goal>
                            <goal>test</goal>
                          </goals>
                        </execution>
                      </executions>
                    </plugin>
                """.formatted(mojoExecution.getGroupId(), mojoExecution.getArtifactId(), mojoExecution.getVersion());
    }
}
