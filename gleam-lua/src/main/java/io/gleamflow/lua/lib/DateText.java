package io.gleamflow.lua.lib;

import io.gleamflow.lua.cured.Arguments;
import io.gleamflow.lua.cured.LibraryError;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.TimeZone;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code os.date} and {@code os.time}: the conversions of C's strftime in the C locale. */
final class DateText {
    private static final int NOON = 12;

    private DateText() {}

    static LuaValue date(Varargs args) {
        String format = Arguments.string(args, 1, LuaString.valueOf("%c")).tojstring();
        Instant instant = args.isnoneornil(2)
                ? Instant.now()
                : Instant.ofEpochSecond((long) Math.floor(Arguments.number(args, 2)));
        boolean utc = format.startsWith("!");
        ZonedDateTime time = instant.atZone(utc ? ZoneOffset.UTC : ZoneId.systemDefault());
        String rest = utc ? format.substring(1) : format;
        return rest.startsWith("*t") ? table(time) : LuaString.valueOf(text(rest, time, utc));
    }

    private static LuaTable table(ZonedDateTime time) {
        LuaTable table = new LuaTable();
        table.set("year", time.getYear());
        table.set("month", time.getMonthValue());
        table.set("day", time.getDayOfMonth());
        table.set("hour", time.getHour());
        table.set("min", time.getMinute());
        table.set("sec", time.getSecond());
        table.set("wday", time.getDayOfWeek().getValue() % 7 + 1);
        table.set("yday", time.getDayOfYear());
        table.set("isdst", LuaValue.valueOf(isSummer(time)));
        return table;
    }

    private static boolean isSummer(ZonedDateTime time) {
        return time.getZone().getRules().isDaylightSavings(time.toInstant());
    }

    private static String text(String format, ZonedDateTime time, boolean utc) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%' || i + 1 == format.length()) {
                text.append(c);
                continue;
            }
            char conversion = format.charAt(++i);
            if ((conversion == 'E' || conversion == 'O') && i + 1 < format.length()) {
                conversion = format.charAt(++i);
            }
            text.append(converted(conversion, time, utc));
        }
        return text.toString();
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private static String blank(int number) {
        return number < 10 ? " " + number : Integer.toString(number);
    }

    private static int hour12(ZonedDateTime t) {
        return t.get(ChronoField.CLOCK_HOUR_OF_AMPM);
    }

    private static String converted(char conversion, ZonedDateTime t, boolean utc) {
        int weekday = t.getDayOfWeek().getValue();
        return switch (conversion) {
            case 'a' -> converted('A', t, utc).substring(0, 3);
            case 'A' -> t.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'b', 'h' -> converted('B', t, utc).substring(0, 3);
            case 'B' -> t.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'c' -> text("%a %b %e %H:%M:%S %Y", t, utc);
            case 'C' -> two(Math.floorDiv(t.getYear(), 100));
            case 'd' -> two(t.getDayOfMonth());
            case 'D', 'x' -> text("%m/%d/%y", t, utc);
            case 'e' -> blank(t.getDayOfMonth());
            case 'F' -> text("%Y-%m-%d", t, utc);
            case 'g' -> two(Math.floorMod(t.get(IsoFields.WEEK_BASED_YEAR), 100));
            case 'G' -> Integer.toString(t.get(IsoFields.WEEK_BASED_YEAR));
            case 'H' -> two(t.getHour());
            case 'I' -> two(hour12(t));
            case 'j' -> String.format("%03d", t.getDayOfYear());
            case 'k' -> blank(t.getHour());
            case 'l' -> blank(hour12(t));
            case 'm' -> two(t.getMonthValue());
            case 'M' -> two(t.getMinute());
            case 'n' -> "\n";
            case 'p' -> t.getHour() < NOON ? "AM" : "PM";
            case 'P' -> t.getHour() < NOON ? "am" : "pm";
            case 'r' -> text("%I:%M:%S %p", t, utc);
            case 'R' -> text("%H:%M", t, utc);
            case 's' -> Long.toString(t.toEpochSecond());
            case 'S' -> two(t.getSecond());
            case 't' -> "\t";
            case 'T', 'X' -> text("%H:%M:%S", t, utc);
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
            default -> "%" + conversion;
        };
    }

    private static String offset(ZonedDateTime t) {
        int minutes = t.getOffset().getTotalSeconds() / 60;
        int magnitude = Math.abs(minutes);
        return (minutes < 0 ? "-" : "+") + two(magnitude / 60) + two(magnitude % 60);
    }

    private static String zone(ZonedDateTime t) {
        return TimeZone.getTimeZone(t.getZone()).getDisplayName(isSummer(t), TimeZone.SHORT, Locale.ENGLISH);
    }

    static LuaValue time(Varargs args) {
        if (args.isnoneornil(1)) {
            return LuaValue.valueOf((double) Instant.now().getEpochSecond());
        }
        LuaTable table = Arguments.table(args, 1);
        int second = field(table, "sec", 0);
        int minute = field(table, "min", 0);
        int hour = field(table, "hour", NOON);
        int day = field(table, "day", -1);
        int month = field(table, "month", -1);
        int year = field(table, "year", -1);
        // fields beyond their range count on, as with C's mktime
        LocalDateTime time = LocalDateTime.of(year, 1, 1, 0, 0)
                .plusMonths(month - 1L)
                .plusDays(day - 1L)
                .plusHours(hour)
                .plusMinutes(minute)
                .plusSeconds(second);
        return LuaValue.valueOf((double) time.atZone(ZoneId.systemDefault()).toEpochSecond());
    }

    private static int field(LuaTable table, String name, int otherwise) {
        LuaValue number = table.get(name).tonumber();
        if (!number.isnil()) {
            return (int) number.todouble();
        }
        if (otherwise < 0) {
            throw new LibraryError("field '" + name + "' missing in date table");
        }
        return otherwise;
    }
}
