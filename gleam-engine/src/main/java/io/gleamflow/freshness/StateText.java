package io.gleamflow.freshness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A state as lines of words, the last of which is a checksum of those before it. */
final class StateText {

    private static final String FIRST = "gleam-state 3";

    private final StringBuilder text = new StringBuilder(FIRST).append('\n');

    private StateText() {}

    static String of(FlowState state) {
        StateText lines = new StateText();
        lines.add("base", state.base().toUri().toString());
        lines.add("descriptor", state.descriptor());
        lines.add("salt", state.salt());
        Fingerprint print = state.fingerprint();
        lines.add("words", print.words());
        lines.all("fact", print.facts());
        lines.all("lua", print.luaFiles());
        for (Map.Entry<String, Fingerprint.Given> each : print.params().entrySet()) {
            Fingerprint.Given param = each.getValue();
            lines.add("param", each.getKey(), param.digest(), String.valueOf(param.outside()), param.shown());
        }
        lines.all("variable", print.variables());
        lines.all("property", print.properties());
        lines.add("taken", String.valueOf(state.taken()));
        for (FlowState.Input input : state.inputs()) {
            lines.file("input", input.path(), input.mark());
        }
        lines.add("written", String.valueOf(state.written()));
        for (FlowState.Output output : state.outputs()) {
            lines.file("output", output.path(), output.mark(), output.real());
        }
        return lines.text.append(last(lines.text.toString())).toString();
    }

    private static String last(String before) {
        return "end " + Digest.salted(before).hex() + "\n";
    }

    private void all(String word, Map<String, String> values) {
        for (Map.Entry<String, String> each : values.entrySet()) {
            add(word, each.getKey(), each.getValue());
        }
    }

    private void file(String word, String path, FileMark mark, String... more) {
        Look look = mark.look();
        List<String> values = new ArrayList<>(List.of(
                path,
                String.valueOf(look.size()),
                String.valueOf(look.modified()),
                String.valueOf(look.changed()),
                String.valueOf(look.number()),
                mark.sha256()));
        values.addAll(Arrays.asList(more));
        add(word, values.toArray(String[]::new));
    }

    private void add(String word, String... values) {
        text.append(word);
        for (String value : values) {
            text.append(' ').append(URLEncoder.encode(value, UTF_8));
        }
        text.append('\n');
    }

    /** @throws IllegalArgumentException when the text is of another version, was cut, or is something else */
    static FlowState read(String text) {
        int end = text.lastIndexOf("\nend ") + 1;
        String before = text.substring(0, end);
        if (!text.startsWith(FIRST + "\n") || !text.substring(end).equals(last(before))) {
            throw new IllegalArgumentException("no state");
        }
        Reading reading = new Reading();
        before.lines().skip(1).forEach(line -> reading.line(Arrays.asList(line.split(" ", -1))));
        return reading.state();
    }

    /** Gathers what lines say. */
    private static final class Reading {

        private final SortedMap<String, String> once = new TreeMap<>();
        private final SortedMap<String, String> facts = new TreeMap<>();
        private final SortedMap<String, String> lua = new TreeMap<>();
        private final SortedMap<String, Fingerprint.Given> params = new TreeMap<>();
        private final SortedMap<String, String> variables = new TreeMap<>();
        private final SortedMap<String, String> properties = new TreeMap<>();
        private final List<FlowState.Input> inputs = new ArrayList<>();
        private final List<FlowState.Output> outputs = new ArrayList<>();

        void line(List<String> encoded) {
            List<String> words =
                    encoded.stream().map(word -> URLDecoder.decode(word, UTF_8)).toList();
            switch (words.get(0)) {
                case "fact" -> facts.put(word(words, 1), word(words, 2));
                case "lua" -> lua.put(word(words, 1), word(words, 2));
                case "variable" -> variables.put(word(words, 1), word(words, 2));
                case "property" -> properties.put(word(words, 1), word(words, 2));
                case "param" ->
                    params.put(
                            word(words, 1),
                            new Fingerprint.Given(
                                    word(words, 2), Boolean.parseBoolean(word(words, 3)), word(words, 4)));
                case "input" -> inputs.add(new FlowState.Input(word(words, 1), mark(words)));
                case "output" -> outputs.add(new FlowState.Output(word(words, 1), mark(words), word(words, 7)));
                default -> once.put(words.get(0), word(words, 1));
            }
        }

        private static FileMark mark(List<String> words) {
            Look look = new Look(
                    number(word(words, 2)), number(word(words, 3)), number(word(words, 4)), number(word(words, 5)));
            return new FileMark(look, word(words, 6));
        }

        private static String word(List<String> words, int index) {
            if (index >= words.size()) {
                throw new IllegalArgumentException("a line is too short");
            }
            return words.get(index);
        }

        private static long number(String digits) {
            return Long.parseLong(digits);
        }

        private String only(String word) {
            String value = once.get(word);
            if (value == null) {
                throw new IllegalArgumentException("no " + word);
            }
            return value;
        }

        FlowState state() {
            Fingerprint print = new Fingerprint(facts, only("words"), lua, params, variables, properties);
            return new FlowState(
                    Path.of(URI.create(only("base"))),
                    only("descriptor"),
                    only("salt"),
                    print,
                    number(only("taken")),
                    inputs,
                    number(only("written")),
                    outputs);
        }
    }
}
