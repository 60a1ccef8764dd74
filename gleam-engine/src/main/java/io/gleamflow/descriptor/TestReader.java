package io.gleamflow.descriptor;

import io.gleamflow.flow.Expectation;
import io.gleamflow.flow.GivenRows;
import io.gleamflow.flow.TestCase;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one test. */
final class TestReader {

    private final Nodes nodes;
    private final CodeReader code;
    private final TestRowsReader data;
    private final List<String> knownParams;
    private final List<String> datasets;
    private final boolean graph;

    private final List<TestCase.Setting> params = new ArrayList<>();
    private final List<GivenRows> given = new ArrayList<>();
    private final List<ExpectReader> expected = new ArrayList<>();
    private final ExpectReader whole;
    private Optional<Text> error = Optional.empty();
    private OptionalLong now = OptionalLong.empty();
    private boolean expects;

    TestReader(Nodes nodes, Values values, CodeReader code, List<String> params, List<String> datasets, boolean graph) {
        this.nodes = nodes;
        this.code = code;
        this.data = new TestRowsReader(nodes, values, code);
        this.knownParams = params;
        this.datasets = datasets;
        this.graph = graph;
        this.whole = new ExpectReader(nodes, code, data);
    }

    /** @param standard its name when it has none */
    TestCase read(Node test, String standard) {
        Text name = new Text(standard, nodes.place(test));
        Optional<Place> expectation = Optional.empty();
        for (Entry entry : nodes.entries(test, "a test")) {
            switch (entry.key()) {
                case "name" -> name = nodes.text(entry.value(), "`name`").orElse(name);
                case "params" -> params(entry.value());
                case "given" -> given(entry);
                case "now" -> now = now(entry.value());
                case "error" -> {
                    expects = true;
                    error = error(entry.value());
                }
                case "expect", "rows", "check", "inOrder", "tolerance" -> {
                    boolean what =
                            !entry.key().equals("inOrder") && !entry.key().equals("tolerance");
                    expects |= what;
                    expectation = what ? Optional.of(entry.place()) : expectation;
                    expect(entry);
                }
                default -> nodes.unknown(entry, "nothing a test has", Words.TESTS, Words.TESTS);
            }
        }
        if (!expects) {
            nodes.error(test, "this test expects nothing", "give it `expect`, `rows`, `error` or `check`");
        } else if (error.isPresent() && expectation.isPresent()) {
            nodes.add(Problem.error(expectation.get(), "a flow that fails has no rows to look at")
                    .hint("make two tests of it, one with `error`"));
        }
        List<Expectation> all = new ArrayList<>();
        whole.expectation(whole).ifPresent(all::add);
        expected.forEach(each -> each.expectation(whole).ifPresent(all::add));
        return new TestCase(name.value(), nodes.place(test), params, now, given, all, error);
    }

    private void params(Node node) {
        for (Entry entry : nodes.entries(node, "`params`")) {
            if (!knownParams.contains(entry.key())) {
                unknownParam(entry);
            } else if (Nodes.isNull(entry.value())) {
                params.add(new TestCase.Setting(new Text(entry.key(), entry.place()), ""));
            } else {
                nodes.text(entry.value(), "the value of a parameter")
                        .ifPresent(value ->
                                params.add(new TestCase.Setting(new Text(entry.key(), entry.place()), value.value())));
            }
        }
    }

    private void unknownParam(Entry entry) {
        if (knownParams.isEmpty()) {
            String message = "`" + Nodes.shortened(entry.key()) + "` is no parameter of this flow";
            nodes.add(Problem.error(entry.place(), message).hint("it declares none"));
        } else {
            nodes.unknown(entry, "no parameter of this flow", knownParams, knownParams);
        }
    }

    private Text end(Place place) {
        return new Text(datasets.get(0), place);
    }

    /** Whether a value is for the source and the end, not a map of datasets. */
    private boolean isLinear(Node value, List<String> forms) {
        if (!(value instanceof MappingNode)) {
            return !graph;
        }
        List<Entry> entries = nodes.entries(value, "a test");
        return !graph
                && entries.stream().anyMatch(entry -> forms.contains(entry.key()) && !datasets.contains(entry.key()));
    }

    private void given(Entry entry) {
        Node value = entry.value();
        if (isLinear(value, List.of("file"))) {
            data.read(value, "`given`").ifPresent(rows -> given.add(new GivenRows(end(entry.place()), rows)));
        } else if (value instanceof MappingNode) {
            for (Entry each : nodes.entries(value, "`given`")) {
                if (isDataset(each)) {
                    Text name = new Text(each.key(), each.place());
                    data.read(each.value(), "`" + each.key() + "`")
                            .ifPresent(rows -> given.add(new GivenRows(name, rows)));
                }
            }
        } else {
            nodes.error(
                    value,
                    "`given` does not say which dataset has these rows",
                    "write `given:` and below it `" + datasets.get(0) + ":` with the rows");
        }
    }

    private boolean isDataset(Entry entry) {
        if (datasets.contains(entry.key())) {
            return true;
        }
        nodes.unknown(entry, "no dataset of this flow", datasets, datasets);
        return false;
    }

    private void expect(Entry entry) {
        Node value = entry.value();
        if (!entry.key().equals("expect")) {
            boolean setting = entry.key().equals("inOrder") || entry.key().equals("tolerance");
            if (graph && !setting) {
                nodes.add(Problem.error(entry.place(), "`" + entry.key() + "` does not say of which dataset")
                        .hint("write `expect: {" + datasets.get(datasets.size() - 1) + ": {" + entry.key()
                                + ": ...}}`"));
            } else if (!setting) {
                whole.of(end(entry.place()));
            }
            whole.key(entry);
        } else if (isLinear(value, ExpectReader.KEYS)) {
            whole.of(end(entry.place()));
            whole.read(value, "`expect`");
        } else if (value instanceof MappingNode) {
            for (Entry each : nodes.entries(value, "`expect`")) {
                if (isDataset(each)) {
                    ExpectReader reader = new ExpectReader(nodes, code, data);
                    reader.of(new Text(each.key(), each.place()));
                    reader.read(each.value(), "`" + each.key() + "`");
                    expected.add(reader);
                }
            }
        } else {
            nodes.error(
                    value,
                    "`expect` does not say which dataset has these rows",
                    "write `expect:` and below it `" + datasets.get(datasets.size() - 1) + ":` with the rows");
        }
    }

    private Optional<Text> error(Node node) {
        Optional<Text> text = nodes.text(node, "`error`");
        try {
            text.ifPresent(regex -> Pattern.compile(regex.value()));
        } catch (PatternSyntaxException e) {
            nodes.error(
                    node,
                    "`" + Nodes.shortened(e.getPattern()) + "` is no regular expression: " + e.getDescription(),
                    "`error` is matched against the message of the failure; characters such as ( [ * need a \\");
            return Optional.empty();
        }
        return text;
    }

    private OptionalLong now(Node node) {
        Optional<Text> text = nodes.text(node, "`now`");
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(seconds(text.get().value().strip().replace(' ', 'T')));
        } catch (DateTimeException e) {
            nodes.error(
                    node,
                    "`" + Nodes.shortened(text.get().value()) + "` is no moment",
                    "write a date, or a date and time, such as `2026-11-24T10:15:00Z`");
            return OptionalLong.empty();
        }
    }

    /** UTC where nothing else is said, as for scripts. */
    private static long seconds(String text) {
        if (text.indexOf('T') < 0) {
            return LocalDate.parse(text).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        }
        boolean offset = text.matches(".*([zZ]|[+-][0-9:]+)");
        return offset
                ? OffsetDateTime.parse(text).toEpochSecond()
                : LocalDateTime.parse(text).toEpochSecond(ZoneOffset.UTC);
    }
}
