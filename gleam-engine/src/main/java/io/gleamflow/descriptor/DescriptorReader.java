package io.gleamflow.descriptor;

import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.Defaults;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.LuaText;
import io.gleamflow.flow.Param;
import io.gleamflow.flow.TestCase;
import io.gleamflow.flow.Text;
import io.gleamflow.flow.Wording;
import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import io.gleamflow.row.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads descriptors: the only way in. */
public final class DescriptorReader {

    private final Nodes nodes;
    private final Values values;
    private final CodeReader code;
    private final LuaFiles luaFiles;
    private final Interpolation interpolation;
    private final Surroundings surroundings;

    private DescriptorReader(Nodes nodes, Interpolation interpolation, Surroundings surroundings) {
        this.nodes = nodes;
        this.values = new Values(nodes, interpolation);
        this.code = new CodeReader(nodes);
        this.luaFiles = new LuaFiles(nodes, surroundings.directory());
        this.interpolation = interpolation;
        this.surroundings = surroundings;
    }

    /**
     * Reads the bytes of a descriptor and notes all that is wrong with its form; throws nothing, whatever the bytes are.
     * When there are errors the flow is for checking only: other steps stand in for those that cannot be read.
     *
     * @param file what messages call it, relative to the project, with {@code /}; the flow is named after it
     * @return empty when not even the outline can be read
     */
    public static Optional<Flow> read(String file, byte[] bytes, Surroundings surroundings, Problems problems) {
        Optional<Source> source = Source.decode(file, bytes, problems);
        Optional<Node> root = source.isEmpty() ? Optional.empty() : YamlDocument.root(source.get(), problems);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        Interpolation interpolation = new Interpolation(surroundings);
        Set<Node> blamed = OutlineCheck.blamed(root.get(), source.get(), problems);
        Nodes nodes = new Nodes(source.get(), problems, blamed, interpolation);
        return new DescriptorReader(nodes, interpolation, surroundings).flow(root.get());
    }

    private Optional<Flow> flow(Node root) {
        if (!(root instanceof MappingNode)) {
            nodes.error(
                    root,
                    "a descriptor is a map of keys, not " + Nodes.kind(root),
                    "a flow needs `steps:` or `datasets:`");
            return Optional.empty();
        }
        Map<String, Node> keys = keys(root);
        List<Param> params = params(keys.get("params"));
        Node description = keys.get("description");
        Optional<Text> described = description == null ? Optional.empty() : nodes.text(description, "`description`");
        Defaults defaults = new DefaultsReader(nodes, surroundings.runtime()).read(keys.get("defaults"));
        Node functions = keys.get("functions");
        List<LuaText> shared =
                functions == null ? List.of() : new FunctionsReader(nodes, code, luaFiles).read(functions);
        String name = name(nodes.source().file());
        Place whole = Place.of(nodes.source().file());
        Readers readers = new Readers(nodes, values, code, luaFiles, new ColumnsReader(nodes, values), defaults);
        List<Dataset> datasets = new DatasetsReader(readers).read(name, keys.get("steps"), keys.get("datasets"));
        Node tests = keys.get("tests");
        List<TestCase> cases = tests == null
                ? List.of()
                : new TestsReader(nodes, values, code, params, datasets, keys.containsKey("datasets")).read(tests);
        Wording wording = interpolation.wording(new WordingReader(code).read(keys));
        return Optional.of(
                new Flow(name, whole, described.map(Text::value), params, shared, datasets, defaults, cases, wording));
    }

    private static String name(String file) {
        String last = file.substring(file.lastIndexOf('/') + 1);
        return last.indexOf('.') > 0 ? last.substring(0, last.lastIndexOf('.')) : last;
    }

    private Map<String, Node> keys(Node root) {
        Map<String, Node> keys = new LinkedHashMap<>();
        for (Entry entry : nodes.entries(root, "a descriptor")) {
            if (Words.TOP.contains(entry.key())) {
                keys.put(entry.key(), entry.value());
            } else if (Words.isVerb(entry.key())) {
                nodes.add(Problem.error(entry.place(), "the verb `" + entry.key() + "` does not stand at the top")
                        .hint("write it under `steps`, as `- " + entry.key() + ":`"));
            } else {
                nodes.unknown(entry, "no key of a descriptor", Words.TOP, Words.TOP);
            }
        }
        return keys;
    }

    /** The declared ones, and {@code out}, which scripts have as well. */
    private List<Param> params(@Nullable Node node) {
        List<Param> params = new ArrayList<>();
        if (node != null && !Nodes.isNull(node)) {
            params.addAll(new ParamsReader(nodes, values, surroundings, interpolation).read(node));
        }
        Value out = Value.Str.of(surroundings.out().toString());
        params.add(new Param(Interpolation.OUT, Place.of(nodes.source().file()), out, false, "output directory"));
        return params;
    }
}
