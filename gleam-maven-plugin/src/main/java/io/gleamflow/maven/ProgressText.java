package io.gleamflow.maven;

import io.gleamflow.run.Progress;
import java.time.Duration;
import java.util.Locale;

/** How far a run is, in a few words. */
final class ProgressText {

    private static final int BAR = 20;

    private ProgressText() {}

    /** Such as {@code 1,200,000 rows read, 40 % of the input, 12 s}. */
    static String of(Progress progress) {
        String part = progress.part() < 0 ? "" : percent(progress) + " of the input, ";
        return rows(progress) + " read, " + part + time(progress.time());
    }

    /** With a bar where the size of the input is known, such as {@code [########------------]  40 %  1,200,000 rows  100,000 rows/s  12 s}. */
    static String live(Progress progress) {
        StringBuilder line = new StringBuilder();
        if (progress.part() >= 0) {
            int done = (int) (BAR * progress.part());
            line.append('[')
                    .append("#".repeat(done))
                    .append("-".repeat(BAR - done))
                    .append("]  ");
            line.append(String.format(Locale.ROOT, "%5s  ", percent(progress)));
        }
        line.append(rows(progress)).append("  ");
        if (progress.time().toMillis() >= 1000) {
            line.append(String.format(
                    Locale.ROOT,
                    "%,d rows/s  ",
                    Math.round(progress.rows() * 1000.0 / progress.time().toMillis())));
        }
        return line.append(time(progress.time())).toString();
    }

    private static String percent(Progress progress) {
        return (int) (100 * progress.part()) + " %";
    }

    private static String rows(Progress progress) {
        return String.format(Locale.ROOT, "%,d row%s", progress.rows(), progress.rows() == 1 ? "" : "s");
    }

    private static String time(Duration time) {
        return time.toMinutes() > 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toSeconds() + " s";
    }
}
