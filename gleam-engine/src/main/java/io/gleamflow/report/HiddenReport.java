package io.gleamflow.report;

/** A report with no secret in anything that people have named or written. */
final class HiddenReport {

    private HiddenReport() {}

    static RunReport of(RunReport report, Secrets secrets) {
        return new RunReport(
                report.flow(),
                report.started(),
                report.time(),
                report.inputs().stream()
                        .map(each -> new RunReport.Input(secrets.hidden(each.path()), each.bytes(), each.step()))
                        .toList(),
                report.outputs().stream()
                        .map(each -> new RunReport.Output(
                                secrets.hidden(each.path()),
                                each.rows(),
                                each.bytes(),
                                each.step(),
                                each.unchanged(),
                                each.sha256()))
                        .toList(),
                report.rejected().stream().map(each -> rejected(each, secrets)).toList(),
                report.stages().stream().map(each -> stage(each, secrets)).toList(),
                report.tasks().stream().map(each -> task(each, secrets)).toList(),
                report.failure().map(secrets::hidden));
    }

    private static RunReport.Rejected rejected(RunReport.Rejected each, Secrets secrets) {
        return new RunReport.Rejected(
                secrets.hidden(each.step()),
                each.place(),
                each.rows(),
                each.of(),
                secrets.hidden(each.first()),
                each.to().map(secrets::hidden),
                each.limit());
    }

    private static StageReport stage(StageReport each, Secrets secrets) {
        return new StageReport(
                each.number(), secrets.hidden(each.title()), each.runs(), each.from(), each.first(), each.steps());
    }

    private static TaskReport task(TaskReport each, Secrets secrets) {
        return new TaskReport(
                each.stage(),
                secrets.hidden(each.title()),
                each.shard(),
                each.pid(),
                each.status(),
                each.exit(),
                each.attempts(),
                each.start(),
                each.time(),
                each.in(),
                each.out(),
                each.use(),
                each.errors(),
                each.steps());
    }
}
