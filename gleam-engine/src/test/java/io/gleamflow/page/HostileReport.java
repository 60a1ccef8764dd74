package io.gleamflow.page;

import io.gleamflow.Gleam;
import io.gleamflow.LuaChoice;
import io.gleamflow.Project;
import io.gleamflow.Tuning;
import io.gleamflow.problem.FailureException;
import io.gleamflow.report.BuildReport;
import io.gleamflow.report.FlowResult;
import io.gleamflow.report.FlowResult.State;
import io.gleamflow.report.RunReport;
import io.gleamflow.run.RunListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs of flows whose names, texts and data do all they can to break a page. */
final class HostileReport {

    private static final String RESTS = "datasets:\n" + """
              all_the_rows_with_a_name_that_is_much_too_long_for_any_box_on_a_page:
                - read: in.csv
                - filter: "true"
                  name: "</script><script>alert(1)</script> ${pw} & a name that has to be parted somewhere 日本語 🎉"
              sorted:
                - from: all_the_rows_with_a_name_that_is_much_too_long_for_any_box_on_a_page
                - sort: a
                - write: target/a-directory-with-a-long-name/and-another-one-with-a-name/andafilewithoutanyplacetopartitsname.csv
              first:
                - from: all_the_rows_with_a_name_that_is_much_too_long_for_any_box_on_a_page
                - limit: 1
                - write: target/<b>.csv
              both:
                - union: [sorted, first]
                - filter: a ~= "3" or error("</td><b>three</b> " .. params.pw)
                  onError: {to: target/rejects.csv, atMost: 90%}
                - write: target/both.csv
              """.indent(2);

    private HostileReport() {}

    /** Three flows: one that rejects rows, one that fails, one that had nothing to do. */
    static BuildReport in(Path base) throws Exception {
        Files.writeString(base.resolve("in.csv"), "a,b\n1,x\n2,<i>\n3,\n");
        String params = "description: \"</title></style><b>&amp;\\u202Eunicode ünïcode 日本語\"\nparams:\n"
                + "  aParameterWithANameThatGoesOnAndOnAndOnAndOnAndOn: \"" + "long".repeat(60) + " <td>\"\n"
                + "  pw: {secret: true, default: hunter2secret}\n";
        List<FlowResult> results = new ArrayList<>();
        results.add(result(base, "lossy-flow-with-a-long-name", params + RESTS));
        results.add(result(base, "fails", params + RESTS.replace("atMost: 90%", "atMost: 1%")));
        FlowResult first = results.get(0);
        results.add(new FlowResult(
                first.flow(), "idle", State.UP_TO_DATE, Optional.empty(), Optional.empty(), List.of(), List.of()));
        return new BuildReport("</h1>project & more", Instant.EPOCH, results);
    }

    private static FlowResult result(Path base, String name, String descriptor) throws Exception {
        Path build = base.resolve("target");
        Gleam gleam = new Gleam(new Project(base, build.resolve("out"), build, LuaChoice.DEFAULT, Map.of(), Map.of()));
        Path file = Files.writeString(base.resolve(name + ".yaml"), descriptor);
        Gleam.Loaded loaded = gleam.load(file);
        List<RunReport> failed = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void logged(String step, String line) {}

            @Override
            public void failed(RunReport soFar) {
                failed.add(soFar);
            }
        };
        try {
            RunReport report = gleam.run(loaded.flow(), Tuning.partitions(3), listener);
            List<String> warnings = List.of("sort: " + "a warning with<br>much to say ".repeat(20));
            return new FlowResult(
                    loaded.flow(), name, State.RAN, Optional.of(report), Optional.of("ran: <i>"), warnings, List.of());
        } catch (FailureException e) {
            List<String> trouble = new ArrayList<>(List.of(e.failure().toString()));
            trouble.addAll(e.failure().details());
            trouble.add("x".repeat(500));
            return new FlowResult(
                    loaded.flow(),
                    name,
                    State.FAILED,
                    failed.stream().findFirst(),
                    Optional.empty(),
                    List.of(),
                    trouble);
        }
    }
}
