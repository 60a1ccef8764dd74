package io.gleamflow;

import io.gleamflow.flow.Flow;
import io.gleamflow.problem.InvalidFlowException;
import java.io.File;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A project with one flow, and a goal that looks at it. */
final class StandstillProject {

    private static final int MOST_TRIES = 100;

    final FreshProject files;
    final Map<String, String> environment = new TreeMap<>(System.getenv());
    final List<String> said = new ArrayList<>();
    final List<File> libraries = new ArrayList<>();
    String execution = "run.default";

    StandstillProject(Path base) {
        this.files = new FreshProject(base);
    }

    Standstill glance() {
        List<String> all = new ArrayList<>(said);
        files.project().params().forEach((name, given) -> all.add(name + "=" + given.value()));
        return new Standstill(
                files.project(), libraries, execution, all.stream().sorted().toList(), environment);
    }

    /** Whether the flow is up to date, as far as that is known without reading it. */
    boolean isKnown() {
        return !glance().upToDate().isEmpty();
    }

    /** Whether the flow says so itself, without a warning. */
    boolean isUpToDate() throws IOException {
        try {
            Gleam.Loaded loaded = files.gleam().load(files.path("flows/sort.yaml"));
            return loaded.warnings().isEmpty()
                    && files.gleam().updates().status(loaded.flow()).isUpToDate();
        } catch (InvalidFlowException | NoSuchFileException wrong) {
            return false;
        }
    }

    void run() throws Exception {
        files.update("flows/sort.yaml");
    }

    void note(Standstill glance) throws Exception {
        Flow flow = files.gleam().load(files.path("flows/sort.yaml")).flow();
        glance.note(List.of(flow), List.of("sort"), List.of(files.path("flows")));
    }

    /** Notes as soon as what was written is old enough, and throws when it cannot be for another reason. */
    void note() throws Exception {
        for (int i = 0; true; i++) {
            try {
                note(glance());
                return;
            } catch (IOException young) {
                if (i == MOST_TRIES || !String.valueOf(young.getMessage()).endsWith("has just been changed")) {
                    throw young;
                }
            }
        }
    }
}
