package io.gleamflow.maven;

import io.gleamflow.problem.Place;
import io.gleamflow.report.JsonWriter;
import io.gleamflow.report.Secrets;
import java.util.List;
import java.util.Locale;

/** Complaints for programs: one document, also when there are none. */
final class ComplaintsJson {

    private ComplaintsJson() {}

    /** What is not known of a place, and a hint that is not there, are left out. */
    static String text(List<Complaint> complaints, Secrets secrets) {
        JsonWriter json = new JsonWriter(secrets::hidden);
        json.object().array("problems");
        complaints.forEach(each -> write(each, json));
        return json.endArray().endObject().toString();
    }

    private static void write(Complaint complaint, JsonWriter json) {
        json.object().text("severity", complaint.severity().name().toLowerCase(Locale.ROOT));
        complaint.place().ifPresent(place -> write(place, json));
        json.text("message", complaint.message());
        complaint.hint().ifPresent(hint -> json.text("hint", hint));
        json.endObject();
    }

    private static void write(Place place, JsonWriter json) {
        json.text("file", place.file());
        if (place.line() > 0) {
            json.number("line", place.line());
        }
        if (place.column() > 0) {
            json.number("column", place.column());
        }
    }
}
