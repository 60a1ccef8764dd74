package io.gleamflow.operator;

import io.gleamflow.flow.Conversion;
import io.gleamflow.row.ValueWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;

/**
 * Dates and timestamps in text, to ISO form, which sorts as text. Patterns are those of {@code java.time}, read strictly, in
 * English and in any case; {@code y} is the year. Years are 1 to 9999.
 */
final class Moments {

    /** What is read without a pattern. */
    static final String DATE = "yyyy-MM-dd";

    /** What is read without a pattern; seconds, fractions of them and an offset are optional, and so is the time. */
    static final String TIMESTAMP = "yyyy-MM-ddTHH:mm:ss";

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ENGLISH);

    private static final int LAST_YEAR = 9999;

    private Moments() {}

    static TextReading.Write date(Conversion conversion) {
        DateTimeFormatter form = formatter(conversion.pattern().orElse(DATE));
        return (text, out) -> {
            try {
                LocalDate date = LocalDate.from(form.parse(text));
                return isInRange(date) && written(date.toString(), out);
            } catch (DateTimeException e) {
                return false;
            }
        };
    }

    static TextReading.Write timestamp(Conversion conversion) {
        DateTimeFormatter form = conversion.pattern().map(Moments::formatter).orElseGet(Moments::isoTimestamp);
        boolean iso = conversion.pattern().isEmpty();
        return (text, out) -> {
            try {
                // what databases write has a blank for the T
                return timestamp(form.parse(iso ? text.replace(' ', 'T') : text), out);
            } catch (DateTimeException e) {
                return false;
            }
        };
    }

    private static boolean timestamp(TemporalAccessor parsed, ValueWriter out) {
        LocalTime time = parsed.query(TemporalQueries.localTime());
        LocalDate date = LocalDate.from(parsed);
        LocalDateTime moment = date.atTime(time == null ? LocalTime.MIDNIGHT : time);
        StringBuilder text = new StringBuilder(SECONDS.format(moment));
        int nanos = moment.get(ChronoField.NANO_OF_SECOND);
        if (nanos != 0) {
            text.append('.').append("%09d".formatted(nanos).replaceAll("0+$", ""));
        }
        ZoneId zone = parsed.query(TemporalQueries.zone());
        if (zone != null) {
            text.append(zone.getRules().getOffset(moment));
        }
        return isInRange(date) && written(text.toString(), out);
    }

    private static boolean isInRange(LocalDate date) {
        return date.getYear() >= 1 && date.getYear() <= LAST_YEAR;
    }

    private static boolean written(String text, ValueWriter out) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        out.string(bytes, 0, bytes.length);
        return true;
    }

    /** What a pattern does not have is the least. */
    private static DateTimeFormatter formatter(String pattern) {
        DateTimeFormatterBuilder builder =
                new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(years(pattern));
        String letters = pattern.replaceAll("'[^']*'", "");
        if (!letters.matches(".*[DQqwWec].*")) {
            if (!letters.contains("d")) {
                builder.parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
            }
            if (!letters.contains("M") && !letters.contains("L") && !letters.contains("d")) {
                builder.parseDefaulting(ChronoField.MONTH_OF_YEAR, 1);
            }
        }
        return strict(builder);
    }

    private static DateTimeFormatter isoTimestamp() {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().appendPattern("uuuu-MM-dd");
        builder.optionalStart().appendPattern("'T'HH:mm");
        builder.optionalStart().appendPattern(":ss");
        builder.optionalStart().appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true);
        return strict(builder.optionalEnd().optionalEnd().appendPattern("[XXX]").optionalEnd());
    }

    private static DateTimeFormatter strict(DateTimeFormatterBuilder builder) {
        return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    /** With {@code u} for {@code y}, which in java.time is the year of an era that would have to be given too. */
    private static String years(String pattern) {
        StringBuilder years = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            quoted ^= c == '\'';
            years.append(c == 'y' && !quoted ? 'u' : c);
        }
        return years.toString();
    }
}
