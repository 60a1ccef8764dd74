package io.gleamflow.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Dates are read, written and counted as {@code java.time} does it. */
class DateDifferentialTest {

    private static final int ROUNDS = 1_000;
    private static final long FIRST = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long LAST = LocalDate.of(9999, 12, 31).toEpochDay();
    private static final long DAY = 86_400;

    /** They tell a whole moment, to the second. */
    private static final List<String> PATTERNS = List.of(
            "yyyy-MM-dd HH:mm:ss",
            "dd.MM.yyyy HH:mm:ss",
            "d.M.uuuu H:m:s",
            "yyyyMMddHHmmss",
            "EEE, dd MMM yyyy HH:mm:ss XXX",
            "EEEE d MMMM yyyy, h:mm:ss a",
            "dd/MMM/yyyy:HH:mm:ss Z",
            "yyyy-MM-dd'T'HH:mm:ss.SSSXX",
            "'it''s' hh 'o''clock' a, mm:ss 'of' MM/dd/yyyy xxx",
            "yyyy.MM.dd HH:mm:ss x");

    @TempDir
    Path directory;

    private final StringBuilder script = new StringBuilder();
    private final List<String> expected = new ArrayList<>();

    private void expect(String result, String source) {
        script.append("show_escaped(").append(source).append(")\n");
        expected.add(result);
    }

    private void check(ScriptRunner runtime) throws Exception {
        assertThat(runtime.runWithHarness(directory, script.toString()).lines()).containsExactlyElementsOf(expected);
    }

    private static long seconds(Random random) {
        long day = random.nextInt(4) == 0
                ? FIRST + (long) (random.nextDouble() * (LAST - FIRST))
                : LocalDate.of(1900, 1, 1).toEpochDay() + random.nextInt(80_000);
        return day * DAY + random.nextInt((int) DAY);
    }

    @ParameterizedTest
    @EnumSource
    void momentsAreWrittenAndReadByPatterns(ScriptRunner runtime) throws Exception {
        Random random = new Random(11);
        for (int i = 0; i < ROUNDS; i++) {
            long seconds = seconds(random);
            String pattern = PATTERNS.get(random.nextInt(PATTERNS.size()));
            String text = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                    .format(OffsetDateTime.ofInstant(java.time.Instant.ofEpochSecond(seconds), ZoneOffset.UTC));
            expect(ScriptRunner.shown(text), "date.format(%d, %s)".formatted(seconds, ScriptRunner.literal(pattern)));
            expect(
                    Long.toString(seconds),
                    "date.parse(%s, %s)".formatted(ScriptRunner.literal(text), ScriptRunner.literal(pattern)));
        }
        check(runtime);
    }

    @ParameterizedTest
    @EnumSource
    void offsetsAndMillisecondsAreKept(ScriptRunner runtime) throws Exception {
        Random random = new Random(12);
        DateTimeFormatter format = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS XXX", Locale.ENGLISH);
        for (int i = 0; i < ROUNDS; i++) {
            int minutes = random.nextInt(2 * 18 * 60 + 1) - 18 * 60;
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * minutes);
            LocalDateTime local =
                    LocalDateTime.ofEpochSecond(seconds(random), random.nextInt(1_000) * 1_000_000, ZoneOffset.UTC);
            if (local.getYear() < 2 || local.getYear() > 2200) {
                continue;
            }
            OffsetDateTime moment = local.atOffset(offset);
            String text = format.format(moment);
            String pattern = "\"yyyy-MM-dd HH:mm:ss.SSS XXX\"";
            String id = offset.getTotalSeconds() == 0 ? "Z" : offset.getId();
            expect(
                    ScriptRunner.shown(text),
                    "date.format(date.parse(\"%s\", %s), %s, \"%s\")".formatted(text, pattern, pattern, id));
            String iso = text.replaceFirst(" ", "T").replace(" ", "");
            expect(ScriptRunner.shown(text), "date.format(\"%s\", %s)".formatted(iso, pattern));
        }
        check(runtime);
    }

    @ParameterizedTest
    @EnumSource
    void onlyDaysThatExistAreRead(ScriptRunner runtime) throws Exception {
        Random random = new Random(13);
        DateTimeFormatter strict =
                DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
        for (int i = 0; i < ROUNDS; i++) {
            String text = "%02d.%02d.%04d %02d:%02d:%02d"
                    .formatted(
                            random.nextInt(33),
                            random.nextInt(14),
                            1 + random.nextInt(random.nextBoolean() ? 9999 : 4) % 9999,
                            random.nextInt(25),
                            random.nextInt(61),
                            random.nextInt(61));
            expect(
                    Boolean.toString(isValid(text, strict)),
                    "date.isValid(\"%s\", \"dd.MM.yyyy HH:mm:ss\")".formatted(text));
        }
        check(runtime);
    }

    private static boolean isValid(String text, DateTimeFormatter format) {
        try {
            format.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource
    void daysAreCountedAsJavaCountsThem(ScriptRunner runtime) throws Exception {
        Random random = new Random(14);
        List<ChronoUnit> units = List.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS, ChronoUnit.YEARS);
        for (int i = 0; i < ROUNDS; i++) {
            LocalDate from = LocalDate.ofEpochDay(Math.floorDiv(seconds(random), DAY));
            LocalDate to = random.nextBoolean() ? from.plusDays(random.nextInt(800) - 400) : date(random);
            ChronoUnit unit = units.get(random.nextInt(units.size()));
            String name = unit.toString().toLowerCase(Locale.ROOT);
            expect(
                    Long.toString(unit.between(from, to)),
                    "date.diff(\"%s\", \"%s\", \"%s\")".formatted(iso(from), iso(to), name));
            LocalDate sum = from.plus(random.nextInt(2_000) - 1_000, unit);
            long n = unit.between(from, sum);
            if (from.plus(n, unit).equals(sum) && sum.getYear() > 0 && sum.getYear() < 10_000) {
                expect("\"" + iso(sum) + "\"", "date.add(\"%s\", %d, \"%s\")".formatted(iso(from), n, name));
            }
            fields(from);
        }
        check(runtime);
    }

    private static LocalDate date(Random random) {
        return LocalDate.ofEpochDay(Math.floorDiv(seconds(random), DAY));
    }

    private static String iso(LocalDate date) {
        return date.toString();
    }

    private void fields(LocalDate date) {
        expect(
                date.getDayOfWeek().getValue() + ", " + date.getDayOfYear() + ", "
                        + date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) + ", " + date.get(IsoFields.WEEK_BASED_YEAR)
                        + ", "
                        + date.isLeapYear() + ", " + date.lengthOfMonth(),
                ("(function(f) return f.weekday, f.dayOfYear, f.week, f.weekYear, date.isLeap(f.year),"
                                + " date.daysInMonth(f.year, f.month) end)(date.fields(\"%s\"))")
                        .formatted(iso(date)));
        LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate quarter = date.with(IsoFields.DAY_OF_QUARTER, 1);
        expect(
                String.join(
                        ", ",
                        quoted(monday),
                        quoted(date.withDayOfMonth(1)),
                        quoted(quarter),
                        quoted(date.withDayOfYear(1))),
                ("(function(d) return date.truncate(d, \"week\"), date.truncate(d, \"month\"), date.truncate(d, \"quarter\"),"
                                + " date.truncate(d, \"year\") end)(\"%s\")")
                        .formatted(iso(date)));
    }

    private static String quoted(LocalDate date) {
        return '"' + iso(date) + '"';
    }
}
