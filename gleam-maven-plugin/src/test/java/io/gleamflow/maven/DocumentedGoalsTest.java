package io.gleamflow.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The page about goals has every goal, and each with every parameter that Maven knows of, and no other. Maven's descriptor of
 * the plugin is written in the phase {@code process-classes}, before tests run.
 */
class DocumentedGoalsTest {

    private static final Path DESCRIPTOR = Path.of("target/classes/META-INF/maven/plugin.xml");
    private static final Pattern GOAL = Pattern.compile("(?m)^\\| `gleam:([\\w-]+)` \\|");
    private static final Pattern SECTION = Pattern.compile("Of (all goals but )?([^:]+):(.*)");
    private static final Pattern WORD = Pattern.compile("`([\\w.-]+)`");

    private String page = "";

    /** The parameters that people may set, of each goal, with their properties. */
    private final Map<String, Map<String, String>> goals = new TreeMap<>();

    /** The same on the page; a parameter may have several properties there. */
    private final Map<String, Map<String, List<String>>> told = new TreeMap<>();

    @BeforeEach
    void read() throws Exception {
        page = Files.readString(Path.of("../docs/maven.md"));
        Element plugin = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(DESCRIPTOR.toFile())
                .getDocumentElement();
        for (Element mojo : elements(plugin, "mojo")) {
            Map<String, String> parameters = new TreeMap<>();
            for (Element parameter : elements(mojo, "parameter")) {
                if (text(parameter, "editable").equals("true")) {
                    parameters.put(text(parameter, "name"), "");
                }
            }
            for (Element configuration : elements(mojo, "configuration")) {
                parameters.replaceAll((name, none) -> text(configuration, name).replaceFirst("^\\$\\{(.*)}$", "$1"));
            }
            goals.put(text(mojo, "goal"), parameters);
        }
        goals.remove("help");
        readParameters();
    }

    /** Sections begin with the goals that they are of, and the names of parameters that stand in another section too. */
    private void readParameters() {
        goals.keySet().forEach(goal -> told.put(goal, new TreeMap<>()));
        Set<String> of = Set.of();
        int start = page.indexOf("\n## Parameters\n") + 1;
        for (String line : page.substring(start, page.indexOf("\n## ", start)).split("\n", -1)) {
            var section = SECTION.matcher(line);
            if (section.matches()) {
                of = new TreeSet<>(words(section.group(2)));
                if (section.group(1) != null) {
                    Set<String> others = new TreeSet<>(goals.keySet());
                    others.removeAll(of);
                    of = others;
                }
                tell(of, words(section.group(3)), List.of());
            } else if (line.startsWith("| `")) {
                String[] cells = line.split(" \\| ?", -1);
                tell(of, words(cells[0]), words(cells[1]));
            }
        }
    }

    private void tell(Set<String> of, List<String> names, List<String> properties) {
        for (int i = 0; i < names.size(); i++) {
            List<String> own = names.size() == properties.size() ? List.of(properties.get(i)) : properties;
            for (String goal : of) {
                assertThat(told).containsKey(goal);
                toldOf(goal).put(names.get(i), own);
            }
        }
    }

    private Map<String, List<String>> toldOf(String goal) {
        return told.getOrDefault(goal, Map.of());
    }

    private static List<String> words(String text) {
        return WORD.matcher(text)
                .results()
                .map((MatchResult word) -> word.group(1))
                .toList();
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String text(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        return nodes.getLength() == 0 ? "" : nodes.item(0).getTextContent().strip();
    }

    @Test
    void everyGoalIsThereAndNoOther() {
        Set<String> listed = new TreeSet<>();
        GOAL.matcher(page).results().forEach(goal -> listed.add(goal.group(1)));
        assertThat(listed.remove("help")).isTrue();
        assertThat(listed).isEqualTo(goals.keySet());
    }

    @Test
    void everyGoalHasItsParametersAndNoOther() {
        goals.forEach(
                (goal, parameters) -> assertThat(toldOf(goal).keySet()).as(goal).isEqualTo(parameters.keySet()));
    }

    @Test
    void everyParameterHasItsProperty() {
        goals.forEach((goal, parameters) -> parameters.forEach((name, property) -> {
            List<String> properties = toldOf(goal).getOrDefault(name, List.of());
            if (!property.isEmpty() && !properties.isEmpty()) {
                assertThat(properties).as("%s of %s", name, goal).contains(property);
            } else if (!property.isEmpty()) {
                assertThat(page).as("%s of %s", name, goal).contains("| `" + property + "` |");
            }
        }));
    }
}
