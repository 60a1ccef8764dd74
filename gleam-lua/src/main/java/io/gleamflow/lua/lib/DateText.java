package io.gleamflow.lua.lib;

import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** The conversions of strftime in the C locale, with the flags and widths of the GNU C library: {@code %-d}, {@code %^a}, {@code %10Y}. */
final class DateText {
    private static final int NOON = 12;
    private static final int MOST_WIDTH = 1000;
    private static final String NUMBERS = "CdegGHIjklmMSuUVwWyY";
    private static final String BLANK_PADDED = "ekl";
    private static final String UNPADDED = "GuwY";

    private final ZonedDateTime time;
    private final boolean utc;

    DateText(ZonedDateTime time, boolean utc) {
        this.time = time;
        this.utc = utc;
    }

    String text(String format) {
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < format.length()) {
            if (format.charAt(i) == '%' && i + 1 < format.length()) {
                i = conversion(format, i, text);
            } else {
                text.append(format.charAt(i++));
            }
        }
        return text.toString();
    }

    /** Adds the conversion that begins at {@code start}; where it ends. */
    private int conversion(String format, int start, StringBuilder text) {
        int i = start + 1;
        char padding = 0;
        boolean upper = false;
        boolean swapped = false;
        for (; i < format.length() && "-_0^#+".indexOf(format.charAt(i)) >= 0; i++) {
            char flag = format.charAt(i);
            upper |= flag == '^';
            swapped |= flag == '#';
            padding = flag == '^' || flag == '#' ? padding : flag;
        }
        int width = 0;
        for (; i < format.length() && format.charAt(i) >= '0' && format.charAt(i) <= '9'; i++) {
            width = Math.min(MOST_WIDTH, width * 10 + format.charAt(i) - '0');
        }
        if (i + 1 < format.length() && (format.charAt(i) == 'E' || format.charAt(i) == 'O')) {
            i++;
        }
        char letter = i < format.length() ? format.charAt(i) : 0;
        int end = Math.min(i + 1, format.length());
        String converted = converted(letter);
        if (converted == null) {
            converted = format.substring(start, end);
        } else if (upper && letter != 'P') {
            converted = converted.toUpperCase(Locale.ROOT);
        } else if (swapped) {
            converted = letter == 'p' || letter == 'Z'
                    ? converted.toLowerCase(Locale.ROOT)
                    : "aAbBh".indexOf(letter) >= 0 ? converted.toUpperCase(Locale.ROOT) : converted;
        }
        text.append(
                letter != 0 && NUMBERS.indexOf(letter) >= 0
                        ? number(converted, letter, padding, width)
                        : padded(converted, padding, width));
        return end;
    }

    private static String padded(String text, char padding, int width) {
        return (padding == '0' ? "0" : " ").repeat(Math.max(0, width - text.length())) + text;
    }

    /** A number comes with its usual zeros. */
    private static String number(String text, char letter, char flag, int width) {
        if (flag == 0 && width == 0) {
            return BLANK_PADDED.indexOf(letter) >= 0 && text.startsWith("0") ? " " + text.substring(1) : text;
        }
        String digits = text.replaceFirst("^(-?)0+(?=\\d)", "$1");
        if (flag == '-') {
            return padded(digits, ' ', width);
        }
        boolean blanks = flag == '_' || flag == 0 && BLANK_PADDED.indexOf(letter) >= 0;
        int usual = UNPADDED.indexOf(letter) >= 0 ? 1 : text.length();
        return padded(digits, blanks ? ' ' : '0', Math.max(width, usual));
    }

    private static String two(int number) {
        return number >= 0 && number < 10 ? "0" + number : Integer.toString(number);
    }

    /** What a letter stands for, numbers with zeros in front; null for a letter that is none. */
    private @Nullable String converted(char letter) {
        ZonedDateTime t = time;
        int weekday = t.getDayOfWeek().getValue();
        return switch (letter) {
            case 'a' -> weekday(t).substring(0, 3);
            case 'A' -> weekday(t);
            case 'b', 'h' -> month(t).substring(0, 3);
            case 'B' -> month(t);
            case 'c' -> text("%a %b %e %H:%M:%S %Y");
            case 'C' -> two(Math.floorDiv(t.getYear(), 100));
            case 'd', 'e' -> two(t.getDayOfMonth());
            case 'D', 'x' -> text("%m/%d/%y");
            case 'F' -> text("%Y-%m-%d");
            case 'g' -> two(Math.floorMod(t.get(IsoFields.WEEK_BASED_YEAR), 100));
            case 'G' -> Integer.toString(t.get(IsoFields.WEEK_BASED_YEAR));
            case 'H', 'k' -> two(t.getHour());
            case 'I', 'l' -> two(t.get(ChronoField.CLOCK_HOUR_OF_AMPM));
            case 'j' -> String.format("%03d", t.getDayOfYear());
            case 'm' -> two(t.getMonthValue());
            case 'M' -> two(t.getMinute());
            case 'n' -> "\n";
            case 'p' -> t.getHour() < NOON ? "AM" : "PM";
            case 'P' -> t.getHour() < NOON ? "am" : "pm";
            case 'r' -> text("%I:%M:%S %p");
            case 'R' -> text("%H:%M");
            case 's' -> Long.toString(t.toEpochSecond());
            case 'S' -> two(t.getSecond());
            case 't' -> "\t";
            case 'T', 'X' -> text("%H:%M:%S");
            case 'u' -> Integer.toString(weekday);
            case 'U' -> two((t.getDayOfYear() + 6 - weekday % 7) / 7);
            case 'V' -> two(t.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case 'w' -> Integer.toString(weekday % 7);
            case 'W' -> two((t.getDayOfYear() + 6 - (weekday + 6) % 7) / 7);
            case 'y' -> two(Math.floorMod(t.getYear(), 100));
            case 'Y' -> Integer.toString(t.getYear());
            case 'z' -> offset(t);
            case 'Z' -> utc ? "GMT" : t.getZone().getId().equals("Z") ? "UTC" : zone(t);
            case '%' -> "%";
            default -> null;
        };
    }

    private static String weekday(ZonedDateTime t) {
        return t.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String month(ZonedDateTime t) {
        return t.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String offset(ZonedDateTime t) {
        int minutes = t.getOffset().getTotalSeconds() / 60;
        int magnitude = Math.abs(minutes);
        return (minutes < 0 ? "-" : "+") + two(magnitude / 60) + two(magnitude % 60);
    }

    private static String zone(ZonedDateTime t) {
        return TimeZone.getTimeZone(t.getZone()).getDisplayName(Dates.isSummer(t), TimeZone.SHORT, Locale.ENGLISH);
    }
}
