package io.gleamflow.lua;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The checks of the conformance scripts as texts. A check is one line of {@code expressions}, one block of {@code blocks}, or one line
 * of {@code sayings}; what a loop makes is none. Its subject is the comment before the list it is in.
 */
final class Checks {
    private static final Pattern LIST = Pattern.compile(
            "^(?:-- ([^\n]*)\n)?(expressions|blocks|sayings) \\[(=+)\\[\n(.*?)\\]\\3\\]",
            Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern BETWEEN_BLOCKS = Pattern.compile("^-{3,}\n", Pattern.MULTILINE);

    /** One check: the script it is in, the subject of its list, its text. */
    record Check(String section, String subject, String text) {}

    private Checks() {}

    /** The names of the scripts. */
    static List<String> sections() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(
                Objects.requireNonNull(Checks.class.getResource("/conformance")).toURI()))) {
            return files.map(file -> file.getFileName().toString().replace(".lua", ""))
                    .sorted()
                    .toList();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream in = Checks.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    static List<Check> all() throws IOException {
        List<Check> checks = new ArrayList<>();
        for (String section : sections()) {
            String script = new String(resource("/conformance/" + section + ".lua"), StandardCharsets.UTF_8);
            Matcher list = LIST.matcher(script);
            while (list.find()) {
                String subject = list.group(1) == null ? "" : list.group(1);
                Stream<String> texts = list.group(2).equals("blocks")
                        ? BETWEEN_BLOCKS.splitAsStream(list.group(4))
                        : list.group(4).lines();
                texts.filter(text -> !text.isBlank()).forEach(text -> checks.add(new Check(section, subject, text)));
            }
        }
        return checks;
    }
}
