package io.gleamflow.descriptor;

import io.gleamflow.flow.LuaText;
import io.gleamflow.flow.NamedScript;
import io.gleamflow.flow.ShellText;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads Lua and shell code: nothing is put into it, and it keeps the lines it stands on. */
final class CodeReader {

    private static final int LONGEST_HINT = 80;

    private final Nodes nodes;

    /** Compared by identity, since nodes are. */
    private final Set<Node> lua = new HashSet<>();

    CodeReader(Nodes nodes) {
        this.nodes = nodes;
    }

    /** Lua; empty, with the problem noted, when there is none or YAML has swallowed some of it. */
    Optional<LuaText> lua(Node node, String verb) {
        return wanted(node, "`" + verb + "` takes Lua");
    }

    /** Likewise, but statements and no expression, on one line too. */
    Optional<LuaText> statements(Node node, String verb) {
        return lua(node, verb)
                .map(text -> new LuaText(text.source(), text.place(), text.firstLine(), true, text.exactLines()));
    }

    /** Entries such as {@code total: price * qty}, those left out that are not there or cut off, which is noted. */
    List<NamedScript> entries(Node node, String verb) {
        List<NamedScript> scripts = new ArrayList<>();
        if (nodes.isBlamed(node)) {
            return scripts;
        }
        List<Entry> entries = nodes.entries(node, "`" + verb + "`");
        for (Entry entry : entries) {
            String wanted = "`" + Nodes.shortened(entry.key()) + "` of `" + verb + "` takes Lua";
            Text name = new Text(entry.key(), entry.place());
            wanted(entry.value(), wanted).ifPresent(text -> scripts.add(new NamedScript(name, text)));
        }
        if (entries.isEmpty() && node instanceof MappingNode) {
            nodes.error(node, "`" + verb + "` has no entries", "write `" + verb + ": {name: expression}`");
        }
        return scripts;
    }

    private Optional<LuaText> wanted(Node node, String wanted) {
        Optional<ScalarNode> scalar = scalar(node, wanted);
        return scalar.isPresent()
                        && isWhole(scalar.get(), CutOff.isLua(scalar.get().getValue()))
                ? Optional.of(lua(scalar.get()))
                : Optional.empty();
    }

    /** Whether a node was read as Lua. */
    boolean isLua(Node node) {
        return lua.contains(node);
    }

    private LuaText lua(ScalarNode scalar) {
        lua.add(scalar);
        if (scalar.getScalarStyle() == ScalarStyle.FOLDED && hasSeveralLines(scalar)) {
            nodes.add(
                    Problem.warning(nodes.place(scalar), "`>` makes one line of these, and a comment swallows the rest")
                            .hint("use `|`"));
        }
        return new LuaText(scalar.getValue(), place(scalar), firstLine(scalar), isBlock(scalar), isExact(scalar));
    }

    private boolean hasSeveralLines(ScalarNode block) {
        return IntStream.rangeClosed(firstLine(block), block.getEndMark().getLine())
                        .filter(line -> !nodes.source().line(line).isBlank())
                        .count()
                > 1;
    }

    /** Shell code; empty, with the problem noted, likewise. */
    Optional<ShellText> shell(Node node, String verb) {
        return scalar(node, "`" + verb + "` takes shell code")
                .filter(scalar -> isWhole(scalar, CutOff.isQuoted(scalar.getValue())))
                .map(scalar -> new ShellText(scalar.getValue(), place(scalar), firstLine(scalar)));
    }

    private Optional<ScalarNode> scalar(Node node, String wanted) {
        if (!(node instanceof ScalarNode scalar)) {
            String hint = node instanceof SequenceNode
                    ? "a value starting with `[` is a list; use a `|` block"
                    : "a value starting with `{` is a map; use a `|` block";
            nodes.error(node, wanted + ", not " + Nodes.kind(node), hint);
            return Optional.empty();
        }
        if (nodes.isBlamed(node)) {
            return Optional.empty();
        }
        if (scalar.getValue().isBlank()) {
            empty(scalar, wanted);
            return Optional.empty();
        }
        return Optional.of(scalar);
    }

    /** Complains of a value that is not there, at the comment that may have been meant as one. */
    private void empty(ScalarNode scalar, String wanted) {
        Optional<Integer> comment = comment(scalar);
        if (comment.isEmpty()) {
            nodes.error(scalar, wanted + ", and there is nothing");
            return;
        }
        Place place = nodes.source().place(comment.get());
        String text = nodes.source().line(place.line()).substring(place.column() - 1);
        String quoted = text.length() > LONGEST_HINT
                ? "..."
                : text.replace("\\", "\\\\").replace("\"", "\\\"");
        nodes.add(Problem.error(place, wanted + ", and there is only a comment")
                .hint("`#` starts a comment; write `\"" + quoted + "\"`"));
    }

    private boolean isWhole(ScalarNode scalar, boolean looksCut) {
        Optional<Integer> comment = comment(scalar);
        if (!looksCut || comment.isEmpty()) {
            return true;
        }
        nodes.add(Problem.error(nodes.source().place(comment.get()), "the code ends here, where a comment starts")
                .hint("` #` starts a comment; quote the whole expression, or use a `|` block"));
        return false;
    }

    /** Where a comment starts on the line of a plain scalar's end. */
    private Optional<Integer> comment(ScalarNode scalar) {
        int end = nodes.source().index(scalar.getEndMark());
        String text = nodes.source().text();
        int at = end;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        boolean found = scalar.getScalarStyle() == ScalarStyle.PLAIN && text.startsWith("#", at);
        return found ? Optional.of(at) : Optional.empty();
    }

    static boolean isBlock(ScalarNode scalar) {
        return scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED;
    }

    boolean isExact(ScalarNode scalar) {
        return scalar.getScalarStyle() == ScalarStyle.LITERAL || !isBlock(scalar) && nodes.verbatim(scalar) >= 0;
    }

    /** The content of a block starts on the line below its header. */
    int firstLine(ScalarNode scalar) {
        int start = nodes.source().skipProperties(nodes.source().index(scalar.getStartMark()));
        return nodes.source().place(start).line() + (isBlock(scalar) ? 1 : 0);
    }

    /** Of the first character of the text. */
    Place place(ScalarNode scalar) {
        if (!isBlock(scalar)) {
            return nodes.place(scalar, 0);
        }
        int line = firstLine(scalar);
        while (line < nodes.source().lines() && nodes.source().line(line).isBlank()) {
            line++;
        }
        String text = nodes.source().line(line);
        return new Place(
                nodes.source().file(), line, text.length() - text.stripLeading().length() + 1);
    }
}
