package io.gleamflow.page;

import io.gleamflow.report.BuildReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The page of a build: one file that needs nothing else, no network and no scripts. */
final class ReportPage {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private ReportPage() {}

    static String of(BuildReport build) {
        Html html = new Html(build.secrets()::hidden);
        html.raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head").open("meta", "charset", "utf-8");
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.open("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", "Flows of " + build.project());
        html.open("style").newline().raw(style()).close("style").close("head").open("body");
        html.raw("<svg class=\"defs\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs><marker id=\"tip\""
                + " viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\">"
                + "<path class=\"tip\" d=\"M0 0L8 4L0 8z\"/></marker></defs></svg>\n");
        html.open("header").element("h1", "Flows of " + build.project());
        html.element("p", WHEN.format(build.written())).close("header");
        html.open("main");
        new Overview(html, build).write();
        for (int i = 0; i < build.flows().size(); i++) {
            new FlowSection(html, build.flows().get(i)).write("flow-" + (i + 1));
        }
        html.close("main").open("footer");
        html.element("p", "gleam; the same for programs is in report.json and trace.tsv beside this file");
        return html.close("footer").close("body").close("html").toString();
    }

    private static String style() {
        try (InputStream css = ReportPage.class.getResourceAsStream("report.css")) {
            if (css == null) {
                throw new IllegalStateException("the style of reports is not in the jar");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
