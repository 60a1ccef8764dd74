package io.gleamflow.descriptor;

import io.gleamflow.flow.Step;
import io.gleamflow.problem.Nearest;
import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads steps: maps of one verb and its options, side by side. */
final class StepsReader {

    private final Nodes nodes;
    private final VerbReader verbs;

    StepsReader(Nodes nodes, VerbReader verbs) {
        this.nodes = nodes;
        this.verbs = verbs;
    }

    /** All steps; one that cannot be read is noted, and another that says nothing of its rows stands in for it. */
    List<Step> read(Node node, String what) {
        List<Step> steps = new ArrayList<>();
        if (!(node instanceof SequenceNode list)) {
            nodes.error(node, what + " is a list of steps, not " + Nodes.kind(node), "begin each step with `- `");
        } else if (list.getValue().isEmpty()) {
            nodes.error(node, what + " is empty", "begin with `- read:` or `- rows:`");
        } else {
            for (Node each : list.getValue()) {
                steps.add(step(each, steps.isEmpty()));
            }
        }
        return steps;
    }

    private Step step(Node node, boolean first) {
        if (node instanceof MappingNode) {
            return step(nodes.entries(node, "a step"), node, first);
        }
        if (node instanceof ScalarNode scalar && Words.isVerb(scalar.getValue())) {
            Node nothing = new ScalarNode(Tag.NULL, "", node.getStartMark(), node.getEndMark(), ScalarStyle.PLAIN);
            return verbs.read(new Entry(scalar.getValue(), false, nodes.place(node), nothing), List.of(), first);
        }
        nodes.error(node, "a step is a verb with its options, not " + Nodes.kind(node), "write `- verb: argument`");
        return Unread.step("step", nodes.place(node), first);
    }

    private Step step(List<Entry> entries, Node node, boolean first) {
        List<Entry> found = new ArrayList<>();
        List<Entry> options = new ArrayList<>();
        List<Entry> strangers = new ArrayList<>();
        for (Entry entry : entries) {
            (Words.isVerb(entry.key()) ? found : Words.isOption(entry.key()) ? options : strangers).add(entry);
        }
        if (found.isEmpty()) {
            noVerb(node, options, strangers);
            Place place =
                    strangers.isEmpty() ? nodes.place(node) : strangers.get(0).place();
            return Unread.step("step", place, first);
        }
        Entry verb = found.get(0);
        for (Entry more : found.subList(1, found.size())) {
            nodes.add(Problem.error(
                            more.place(), "`" + more.key() + "` is a second verb in the step `" + verb.key() + "`")
                    .hint("begin a new step with `- `"));
        }
        for (Entry stranger : strangers) {
            Problem problem = Problem.error(
                    stranger.place(), "`" + Nodes.shortened(stranger.key()) + "` is no option of `" + verb.key() + "`");
            nodes.add(
                    Words.strange(stranger.key(), verb.key()).map(problem::hint).orElse(problem));
        }
        return verbs.read(verb, options, first);
    }

    /** A word nobody knows is a misspelt verb, or else a verb is missing. */
    private void noVerb(Node node, List<Entry> options, List<Entry> strangers) {
        Set<String> all = Words.verbs();
        String verbs = "verbs are " + String.join(", ", Words.verbs());
        for (Entry stranger : strangers) {
            String word = Nodes.shortened(stranger.key());
            nodes.add(Problem.error(stranger.place(), "`" + word + "` is no verb")
                    .hint(Nearest.hint(word, all).orElse(verbs)));
        }
        if (strangers.isEmpty()) {
            String hint = options.stream()
                    .flatMap(option -> Nearest.hint(option.key(), Words.verbs()).stream())
                    .findFirst()
                    .orElse(verbs);
            nodes.error(node, "this step has no verb", hint);
        }
    }
}
