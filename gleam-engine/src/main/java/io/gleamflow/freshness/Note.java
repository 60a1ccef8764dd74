package io.gleamflow.freshness;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gleamflow.flow.Flow;
import io.gleamflow.report.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What was so when flows were up to date, all together, in a form that is compared without reading a flow. It is advice: one
 * that is lost, torn or strange says nothing. Immutable.
 *
 * @param print of what was said, and of the values of variables and properties, with the salt
 * @param luajit whether a flow wants that program
 * @param titles of the flows, in the order in which they were shown
 */
public record Note(
        String salt,
        String print,
        boolean luajit,
        List<String> variables,
        List<String> properties,
        List<Spot> spots,
        List<String> titles) {

    private static final long LARGEST = 256L << 20;

    public Note {
        variables = List.copyOf(variables);
        properties = List.copyOf(properties);
        spots = List.copyOf(spots);
        titles = List.copyOf(titles);
    }

    /** What surrounds flows. {@code said} is whatever counts and is in no file, in an order of its own. */
    public record Outside(List<String> said, Map<String, String> variables, Map<String, String> properties) {}

    /** That flows are up to date. */
    public static Note of(List<Flow> flows, List<String> titles, boolean luajit, Spots spots, Outside outside) {
        SortedSet<String> variables = new TreeSet<>();
        SortedSet<String> properties = new TreeSet<>();
        for (Flow flow : flows) {
            variables.addAll(flow.wording().variables().keySet());
            properties.addAll(flow.wording().properties().keySet());
        }
        String salt = UUID.randomUUID().toString();
        List<String> names = List.copyOf(variables);
        List<String> keys = List.copyOf(properties);
        return new Note(salt, print(salt, names, keys, outside), luajit, names, keys, spots.all(), titles);
    }

    private static String print(String salt, List<String> variables, List<String> properties, Outside outside) {
        Digest digest = Digest.salted(salt);
        digest.add(Integer.toString(outside.said().size()));
        for (String said : outside.said()) {
            digest.add(said);
        }
        add(digest, variables, outside.variables());
        add(digest, properties, outside.properties());
        return digest.hex();
    }

    private static void add(Digest digest, List<String> names, Map<String, String> values) {
        for (String name : names) {
            String value = values.get(name);
            // an empty one is another thing than none
            digest.add(value == null ? "none" : "some").add(value == null ? "" : value);
        }
    }

    /** Whether all is as it was. */
    public boolean holds(Outside outside) {
        if (!print(salt, variables, properties, outside).equals(print)) {
            return false;
        }
        for (Spot spot : spots) {
            if (!spot.isSame()) {
                return false;
            }
        }
        return true;
    }

    /**
     * What was noted.
     *
     * @throws IOException when there is nothing that can be used
     */
    public static Note read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("no note");
        }
        try {
            return NoteText.read(Files.readString(file, UTF_8));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("no note", e);
        }
    }

    /**
     * Replaces a note in one step.
     *
     * @param secrets of the flows
     * @throws IOException when that fails, or when secrets would stand in it
     */
    public void write(Path file, Secrets secrets) throws IOException {
        String text = NoteText.of(this);
        if (!secrets.hidden(text).equals(text)) {
            throw new IOException("a secret is in the name of a file");
        }
        States.write(file, text);
    }
}
