package io.gleamflow.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Says what is here of what flows need: Java, Lua, a shell, room for temporary files. Fails only when something is missing that
 * every flow needs.
 */
@Mojo(name = "doctor", threadSafe = true, requiresProject = false)
public final class DoctorMojo extends AbstractMojo {

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
    private File basedir;

    /** The program for the runtime {@code luajit}: a name to be found on the path, or a path. */
    @Parameter(property = "gleam.luajit", defaultValue = "luajit")
    private String luajit;

    @Override
    public Log getLog() {
        return new Printable(super.getLog());
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        try {
            String maven = session.getSystemProperties().getProperty("maven.version");
            tell(new Examination(basedir.toPath(), luajit, maven).findings());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("interrupted", e);
        }
    }

    private void tell(List<Finding> findings) throws MojoFailureException {
        for (Finding finding : findings) {
            if (finding.isRight()) {
                getLog().info(finding.line());
            } else {
                String cure = "         " + finding.cure();
                if (finding.fatal()) {
                    getLog().error(finding.line());
                    getLog().error(cure);
                } else {
                    getLog().warn(finding.line());
                    getLog().warn(cure);
                }
            }
        }
        List<Finding> fatal = findings.stream().filter(Finding::fatal).toList();
        if (!fatal.isEmpty()) {
            throw new MojoFailureException(fatal.get(0).what() + ": "
                    + fatal.get(0).found() + "; " + fatal.get(0).cure());
        }
    }
}
