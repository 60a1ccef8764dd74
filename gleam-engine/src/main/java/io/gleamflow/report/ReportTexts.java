package io.gleamflow.report;

/** A report for programs. */
public final class ReportTexts {

    private ReportTexts() {}

    /** As JSON; docs/report.md says what stands in it. */
    public static String json(BuildReport build) {
        return ReportJson.of(build);
    }

    /** Each task a line of columns with tabs between them. */
    public static String trace(BuildReport build) {
        return TraceTable.of(build);
    }
}
