package io.gleamflow.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The flows a goal is about.
 *
 * @param file one descriptor instead of directories
 */
record FlowChoice(
        Log log,
        MavenSession session,
        MavenProject project,
        SourceDirectory search,
        FlowSelection selection,
        @Nullable Path file) {

    /** None when another module of the reactor has them. */
    List<FlowFile> flows(List<Path> directories) throws MojoFailureException {
        return file == null ? inDirectories(directories) : theFile(file);
    }

    /** A file named on the command line is for the whole build, so it runs once, not once a module. */
    private List<FlowFile> theFile(Path path) throws MojoFailureException {
        boolean fromCommandLine = session.getUserProperties().containsKey("gleam.file");
        if (fromCommandLine && !project.equals(session.getTopLevelProject())) {
            log.debug("gleam.file runs in the first project only");
            return List.of();
        }
        if (!Files.isRegularFile(path)) {
            throw new MojoFailureException("there is no file " + path + " (from gleam.file)");
        }
        return List.of(FlowFile.at(path));
    }

    private List<FlowFile> inDirectories(List<Path> directories) throws MojoFailureException {
        List<FlowFile> all = new ArrayList<>();
        for (Path directory : directories) {
            all.addAll(search.flows(directory));
        }
        List<FlowFile> chosen = selection.of(all);
        refuseUnknown(directories, all);
        return chosen;
    }

    /** A directory as messages call it. */
    Path shown(Path directory) {
        Path base = project.getFile() == null ? directory : project.getBasedir().toPath();
        return directory.startsWith(base) && !directory.equals(base) ? base.relativize(directory) : directory;
    }

    private void refuseUnknown(List<Path> directories, List<FlowFile> here) throws MojoFailureException {
        SortedSet<String> names = new TreeSet<>();
        here.forEach(flow -> names.add(flow.name()));
        if (selection.unknown(names).isEmpty()) {
            return;
        }
        for (MavenProject other : session.getProjects()) {
            for (Path directory : directories) {
                sameDirectoryOf(other, directory).forEach(flow -> names.add(flow.name()));
            }
        }
        for (String unknown : selection.unknown(names)) {
            throw new MojoFailureException(FlowSelection.message(unknown, names));
        }
    }

    private List<FlowFile> sameDirectoryOf(MavenProject other, Path directory) throws MojoFailureException {
        if (other.getFile() == null || project.getFile() == null) {
            return List.of();
        }
        Path mine = project.getBasedir().toPath();
        return directory.startsWith(mine)
                ? search.flows(other.getBasedir().toPath().resolve(mine.relativize(directory)))
                : List.of();
    }
}
