package io.gleamflow.maven;

import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Param;
import io.gleamflow.freshness.Status;
import io.gleamflow.report.JsonWriter;
import io.gleamflow.report.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** For programs. */
final class ListingJson implements Listing {

    private final Workspace workspace;
    private final List<Flow> flows = new ArrayList<>();
    private final List<Consumer<JsonWriter>> entries = new ArrayList<>();

    ListingJson(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public void add(FlowFile file, Flow flow, Status status) {
        flows.add(flow);
        entries.add(json -> {
            head(file, json);
            flow.description().ifPresent(text -> json.text("description", text));
            json.array("params");
            Declared.in(flow).forEach(param -> param(param, json));
            json.endArray();
            Ends ends = Ends.of(flow);
            texts("reads", ends.reads(), json);
            texts("writes", ends.writes(), json);
            json.bool("upToDate", status.isUpToDate());
            texts("reasons", status.reasons(), json);
            json.endObject();
        });
    }

    @Override
    public void addUnusable(FlowFile file, String why) {
        entries.add(json -> {
            head(file, json);
            json.text("error", why).endObject();
        });
    }

    @Override
    public String text() {
        JsonWriter json = new JsonWriter(Secrets.of(flows)::hidden);
        json.object().array("flows");
        entries.forEach(entry -> entry.accept(json));
        return json.endArray().endObject().toString();
    }

    private void head(FlowFile file, JsonWriter json) {
        json.object().text("name", file.name()).text("descriptor", workspace.shown(file.path()));
    }

    private static void texts(String name, List<String> texts, JsonWriter json) {
        json.array(name);
        texts.forEach(json::text);
        json.endArray();
    }

    private static void param(Param param, JsonWriter json) {
        json.object().text("name", param.name());
        json.text("value", param.secret() ? "***" : param.text());
        json.text("origin", param.origin()).endObject();
    }
}
