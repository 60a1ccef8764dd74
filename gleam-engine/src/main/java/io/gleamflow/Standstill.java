package io.gleamflow;

import io.gleamflow.flow.Flow;
import io.gleamflow.freshness.Note;
import io.gleamflow.freshness.Spots;
import io.gleamflow.report.Secrets;
import io.gleamflow.run.Programs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether all flows of a goal are up to date, known without reading one: when nothing is other than it was when they last
 * were. It never says so when it is not sure; then each flow has to be asked, which alone tells reasons. What it needs is
 * loaded in some milliseconds, so there are no streams and patterns here.
 */
public final class Standstill {

    private final Project project;
    private final Leftovers leftovers;
    private final Path file;
    private final List<String> said;
    private final Map<String, String> environment;

    /** Before which flows have to be as they are when they are noted. */
    private final long millis;

    /**
     * @param project the parameters of which do not count
     * @param libraries with all code of gleam
     * @param execution the goal and what tells it from others that look at the same project
     * @param said all else that decides what the goal does and says, in an order of its own
     */
    public Standstill(Project project, List<File> libraries, String execution, List<String> said) {
        this(project, libraries, execution, said, System.getenv());
    }

    Standstill(
            Project project,
            List<File> libraries,
            String execution,
            List<String> said,
            Map<String, String> environment) {
        this.project = project;
        this.environment = environment;
        this.leftovers = new Leftovers(project.buildDirectory().resolve("gleam"));
        this.file = leftovers.state().resolve("glance").resolve(Integer.toHexString(execution.hashCode()) + ".note");
        this.said = new ArrayList<>(said);
        this.millis = System.currentTimeMillis();
        say(execution);
        sayProject();
        for (File library : libraries) {
            sayLibrary(library);
        }
    }

    private void say(Object value) {
        said.add(String.valueOf(value));
    }

    private void sayProject() {
        say(project.baseDirectory());
        say(project.outputDirectory());
        say(project.buildDirectory());
        say(project.lua().runtime().isPresent() ? project.lua().runtime().get().word() : "");
        say(project.lua().luajit());
        Programs programs = project.programs();
        for (Map.Entry<String, String> each : new TreeMap<>(programs.variables()).entrySet()) {
            say(each.getKey());
            say(each.getValue());
        }
        say(programs.variables().size());
        say(programs.inherit());
        say(programs.directory().isPresent() ? programs.directory().get() : "");
        for (String property : List.of("java.vm.version", "user.name", "file.encoding", "sun.jnu.encoding")) {
            say(System.getProperty(property));
        }
    }

    /** Also of a release, since who builds it has many of them. */
    private void sayLibrary(File library) {
        say(library);
        say(library.length());
        say(library.lastModified());
    }

    /** The titles of all flows, each of which is up to date; none when that is not known. */
    public List<String> upToDate() {
        try {
            if (leftovers.hasAny()) {
                return List.of();
            }
            Note note = Note.read(file);
            return note.holds(outside(note.luajit())) ? note.titles() : List.of();
        } catch (IOException notNoted) {
            return List.of();
        }
    }

    private Note.Outside outside(boolean luajit) {
        List<String> all = new ArrayList<>(said);
        if (luajit) {
            all.add(EngineFacts.luajit(project));
        }
        return new Note.Outside(all, environment, project.properties());
    }

    /**
     * Notes flows for the next time.
     *
     * @param flows as they were loaded after this was made
     * @param titles theirs, in the same order
     * @param sourceDirectories a change in the lists of which may mean other flows
     * @throws IOException when one is not up to date, and when the next time it cannot be known whether it is
     */
    public void note(List<Flow> flows, List<String> titles, List<Path> sourceDirectories) throws IOException {
        Spots spots = Spots.before(millis);
        for (Path directory : sourceDirectories) {
            spots.below(directory, false);
        }
        Updates updates = new Gleam(project).updates();
        boolean luajit = false;
        for (Flow flow : flows) {
            updates.see(flow, spots);
            luajit |= EngineFacts.wantsLuajit(flow);
        }
        Note.of(flows, titles, luajit, spots, outside(luajit)).write(file, Secrets.of(flows));
    }
}
