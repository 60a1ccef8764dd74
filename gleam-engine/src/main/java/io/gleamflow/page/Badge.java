package io.gleamflow.page;

import io.gleamflow.report.FlowResult;
import io.gleamflow.report.RunReport;

/** How a flow ended, in a word of its colour. */
final class Badge {

    private Badge() {}

    static Html write(Html html, FlowResult result) {
        boolean lost = result.run().map(RunReport::lost).orElse(0L) > 0;
        String kind = switch (result.state()) {
            case RAN -> lost ? "lost" : "done";
            case UP_TO_DATE -> "waiting";
            case FAILED -> "failed";
        };
        return html.element("span", result.state().words(), "class", "badge " + kind);
    }
}
