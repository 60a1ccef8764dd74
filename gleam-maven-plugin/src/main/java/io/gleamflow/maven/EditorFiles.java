package io.gleamflow.maven;

import io.gleamflow.editor.EditorSettings;
import io.gleamflow.editor.FlowSchema;
import io.gleamflow.editor.LuaDefinitions;
import io.gleamflow.editor.OwnFiles;
import io.gleamflow.flow.Flow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.logging.Log;

/** Writes what editors need, and says what became of each file. */
final class EditorFiles {

    private static final List<String> FLOWS = List.of(
            "src/main/gleam/**/*.yaml",
            "src/main/gleam/**/*.yml",
            "src/test/gleam/**/*.yaml",
            "src/test/gleam/**/*.yml");

    private final Log log;
    private final Path base;

    EditorFiles(Log log, Path base) {
        this.log = log;
        this.base = base;
    }

    /** Files that somebody has changed stay as they are. */
    void write(Path directory, List<Flow> flows) throws IOException {
        OwnFiles own = OwnFiles.of(base, directory);
        write(own, directory.resolve(FlowSchema.FILE), FlowSchema.text());
        write(own, directory.resolve(LuaDefinitions.FILE), LuaDefinitions.text(flows));
        String named = directory.startsWith(base)
                ? base.relativize(directory).toString().replace('\\', '/')
                : directory.toString();
        for (Map.Entry<String, String> file : EditorSettings.of(named, FLOWS).entrySet()) {
            Path path = base.resolve(file.getKey());
            // the directory of an editor that nobody uses here is not begun
            if (!file.getKey().startsWith(".idea/") || Files.isDirectory(base.resolve(".idea"))) {
                write(own, path, file.getValue());
            }
        }
    }

    private void write(OwnFiles own, Path path, String text) throws IOException {
        String name = path.startsWith(base) ? base.relativize(path).toString() : path.toString();
        switch (own.write(path, text)) {
            case WRITTEN -> log.info("wrote " + name);
            case UNCHANGED -> log.debug(name + " is as it should be");
            case LEFT -> {
                log.warn(name + " is not as gleam has written it, so it stays as it is; it would be:");
                if (text.lines().count() <= 20) {
                    text.lines().forEach(line -> log.warn("    " + line));
                } else {
                    log.warn("    (long: remove the file, and it is written anew)");
                }
            }
        }
    }
}
