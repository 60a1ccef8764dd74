package io.gleamflow.maven;

import io.gleamflow.Gleam;
import io.gleamflow.Tuning;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Param;
import io.gleamflow.freshness.Status;
import io.gleamflow.plan.Input;
import io.gleamflow.plan.Plan;
import io.gleamflow.plan.PlanPrinter;
import io.gleamflow.plan.Stage;
import io.gleamflow.problem.FailureException;
import io.gleamflow.report.JsonWriter;
import io.gleamflow.report.Secrets;
import java.util.ArrayList;
import java.util.List;

/** For programs. */
final class ExplanationJson implements Explanation {

    private record Explained(Flow flow, Plan plan, Status status) {}

    private final List<Explained> flows = new ArrayList<>();

    @Override
    public void add(Gleam gleam, Flow flow, Tuning tuning) throws FailureException {
        flows.add(new Explained(flow, gleam.plan(flow, tuning), gleam.updates().status(flow)));
    }

    @Override
    public String text() {
        Secrets secrets = Secrets.of(flows.stream().map(Explained::flow).toList());
        JsonWriter json = new JsonWriter(secrets::hidden);
        json.object().array("flows");
        flows.forEach(each -> write(each, json));
        return json.endArray().endObject().toString();
    }

    private static void write(Explained each, JsonWriter json) {
        json.object().text("name", each.flow().name());
        json.text("descriptor", each.flow().place().file());
        json.bool("upToDate", each.status().isUpToDate()).array("reasons");
        each.status().reasons().forEach(json::text);
        json.endArray().array("params");
        Declared.in(each.flow()).forEach(param -> param(param, json));
        json.endArray().array("stages");
        each.plan().stages().forEach(stage -> stage(stage, json));
        json.endArray().endObject();
    }

    private static void param(Param param, JsonWriter json) {
        json.object().text("name", param.name());
        json.text("value", param.secret() ? "***" : param.text());
        json.text("origin", param.origin()).endObject();
    }

    private static void stage(Stage stage, JsonWriter json) {
        json.object().number("number", stage.number() + 1).text("title", stage.title());
        json.text("input", PlanPrinter.input(stage.input())).text("runs", PlanPrinter.runs(stage));
        json.number("shards", stage.shards()).array("from");
        Input.stages(stage.input()).forEach(number -> json.number(number + 1));
        json.endArray().endObject();
    }
}
