package io.gleamflow.descriptor;

import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Parses the one YAML document of a descriptor into nodes. */
final class YamlDocument {

    private static final int DEEPEST = 50;
    private static final int MOST_ALIASES = 50;

    private YamlDocument() {}

    /** The root; empty, with the problem noted, when the text is no YAML or there is nothing in it. */
    static Optional<Node> root(Source source, Problems problems) {
        Node root = null;
        try {
            Composer documents = composer(source.text());
            while (documents.checkNode()) {
                Node node = documents.getNode();
                if (root != null) {
                    problems.add(Problem.error(source.place(node.getStartMark()), "a second document begins here")
                            .hint("one file is one flow; remove the line `---`"));
                    return Optional.of(root);
                }
                root = node;
            }
            if (root == null) {
                problems.add(Problem.error(Place.of(source.file()), "the descriptor is empty")
                        .hint("a flow needs `steps`"));
            }
            return Optional.ofNullable(root);
        } catch (MarkedYAMLException e) {
            problems.add(problem(e, source));
        } catch (YAMLException e) {
            // the limits, which come without a place
            problems.error(Place.of(source.file()), limit(String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    /** Without {@code Yaml}, whose parts for Java objects nobody needs here and that take longer to load than all else. */
    private static Composer composer(String text) {
        LoaderOptions loading = new LoaderOptions();
        loading.setCodePointLimit(Source.LARGEST);
        loading.setNestingDepthLimit(DEEPEST);
        loading.setMaxAliasesForCollections(MOST_ALIASES);
        StreamReader reader = new StreamReader(new StringReader(text));
        return new Composer(new ParserImpl(reader, loading), new CoreResolver(), loading);
    }

    private static String limit(String message) {
        if (message.startsWith("Nesting Depth")) {
            return "values are nested deeper than the " + DEEPEST + " levels allowed";
        }
        return message.startsWith("Number of aliases")
                ? "there are more than the " + MOST_ALIASES + " aliases of lists and maps allowed"
                : "this is not YAML: " + message;
    }

    private static Problem problem(MarkedYAMLException e, Source source) {
        String found = e.getProblem() == null ? String.valueOf(e.getMessage()) : e.getProblem();
        String context = e.getContext() == null ? "" : e.getContext();
        // what is not closed or goes on wrongly is to be mended where it starts
        boolean atStart =
                context.matches("while scanning (?:a quoted scalar|a double-quoted.*|an alias|an anchor|a tag)");
        Place place = place(atStart ? e.getContextMark() : e.getProblemMark(), e.getContextMark(), source);
        Problem problem = Problem.error(place, "this is not YAML: " + readable(found));
        return new SyntaxHints(source, found, context, place)
                .hint()
                .map(problem::hint)
                .orElse(problem);
    }

    private static Place place(@Nullable Mark mark, @Nullable Mark otherwise, Source source) {
        Mark best = mark == null ? otherwise : mark;
        return best == null ? Place.of(source.file()) : source.place(best);
    }

    private static String readable(String problem) {
        return problem.replaceFirst("^expected <block end>, but found '(.*)'$", "unexpected $1")
                .replaceAll("<block (\\w+) start>", "$1, indented otherwise than the lines above")
                .replace("<scalar>", "text")
                .replaceAll("\\s+", " ")
                .replaceFirst(" ?\\((?:\\d+|Do not use .* for indentation)\\)", "")
                .strip();
    }
}
