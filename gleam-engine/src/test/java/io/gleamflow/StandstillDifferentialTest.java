package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.problem.FailureException;
import io.gleamflow.problem.InvalidFlowException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a project: what is known at a glance is what the flow says when it is asked. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it does not tell when files were changed")
class StandstillDifferentialTest {

    private static final int EDITS = 150;
    private static final List<String> NAMES = List.of(
            "flows/sort.yaml",
            "flows/help.lua",
            "data/a.txt",
            "data/b.txt",
            "data/deep/c.txt",
            "target/out.txt",
            "word");
    private static final List<String> FLOWS = List.of("limit: 3", "limit: 4", "limit: ${size}");

    @TempDir
    Path directory;

    private StandstillProject project;
    private Random random = new Random(0);

    @BeforeEach
    void inADirectory() throws IOException {
        project = new StandstillProject(directory.toRealPath());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aGlanceNeverSaysMoreThanTheFlow(long seed) throws Exception {
        random = new Random(seed);
        for (String name : NAMES) {
            project.files.file(name, text(name));
        }
        int known = 0;
        int changed = 0;
        for (int i = 0; i < EDITS; i++) {
            String edit = edit();
            if (project.isKnown()) {
                known++;
                assertThat(project.isUpToDate())
                        .as("edit %s: %s, seed %s", i, edit, seed)
                        .isTrue();
            } else {
                changed++;
            }
            if (random.nextInt(3) == 0) {
                look();
            }
        }
        assertThat(known).isGreaterThan(EDITS / 20);
        assertThat(changed).isGreaterThan(EDITS / 20);
    }

    /** What a goal does that is not up to date at a glance. */
    private void look() throws Exception {
        try {
            if (random.nextBoolean()) {
                for (String name : NAMES) {
                    if (!Files.exists(project.files.path(name))) {
                        project.files.file(name, text(name));
                    }
                }
                project.run();
            }
            project.note();
        } catch (InvalidFlowException | FailureException | IOException no) {
            // a goal would have failed, or noted nothing
        }
    }

    private String text(String name) {
        if (name.endsWith(".yaml")) {
            return "params:\n  size: 3\nfunctions: help.lua\nsteps:\n  - read: data/**/*.txt\n  - map: help(line)\n  - "
                    + FLOWS.get(random.nextInt(FLOWS.size())) + "\n  - pipe: cat word\n  - write: target/out.txt\n";
        }
        return name.endsWith(".lua")
                ? "function help(text) return text .. '" + random.nextInt(3) + "' end\n"
                : random.nextInt(3) + "\n" + random.nextInt(3) + "\n";
    }

    private String edit() throws IOException {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        Path file = project.files.path(name);
        int what = random.nextInt(9);
        FileTime time = Files.exists(file) ? Files.getLastModifiedTime(file) : FileTime.fromMillis(0);
        switch (what) {
            case 0 -> project.files.file(name, text(name));
            case 1 -> {
                project.files.file(name, text(name));
                Files.setLastModifiedTime(file, time);
            }
            case 2 -> Files.deleteIfExists(file);
            case 3 -> project.files.file(file(name), text(name));
            case 4 -> project.files.param("size", String.valueOf(3 + random.nextInt(2)));
            case 5 -> swap(project.files.path("data/deep"), project.files.path("data/aside"));
            case 6 -> {
                if (Files.exists(file)) {
                    Files.setLastModifiedTime(file, FileTime.fromMillis(random.nextInt()));
                }
            }
            default -> {
                // nothing
            }
        }
        return what + " of " + name;
    }

    private String file(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot) + random.nextInt(2) + name.substring(dot);
    }

    private static void swap(Path one, Path other) throws IOException {
        if (Files.exists(one) && Files.exists(other)) {
            return;
        }
        if (Files.exists(one)) {
            Files.move(one, other);
        } else if (Files.exists(other)) {
            Files.move(other, one);
        }
    }
}
