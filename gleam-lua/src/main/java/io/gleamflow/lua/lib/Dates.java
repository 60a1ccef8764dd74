package io.gleamflow.lua.lib;

import io.gleamflow.lua.cured.Arguments;
import io.gleamflow.lua.cured.LibraryError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.luaj.vm2.LuaBoolean;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code os.date} and {@code os.time}: seconds, tables of a date's parts, and C's mktime between them. */
final class Dates {
    private static final int NOON = 12;
    private static final long HOUR = 3600;

    private Dates() {}

    static LuaValue date(Varargs args) {
        String format = args.isnoneornil(1) ? "%c" : Arguments.name(args, 1);
        double seconds = args.isnoneornil(2) ? Instant.now().getEpochSecond() : Arguments.number(args, 2);
        boolean utc = format.startsWith("!");
        if (Double.isNaN(seconds)) {
            return LuaValue.NIL;
        }
        String rest = utc ? format.substring(1) : format;
        try {
            ZonedDateTime time =
                    Instant.ofEpochSecond((long) seconds).atZone(utc ? ZoneOffset.UTC : ZoneId.systemDefault());
            return rest.equals("*t") ? table(time) : LuaString.valueOf(new DateText(time, utc).text(rest));
        } catch (DateTimeException e) {
            // further from now than calendars go
            return LuaValue.NIL;
        }
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

    static boolean isSummer(ZonedDateTime time) {
        return time.getZone().getRules().isDaylightSavings(time.toInstant());
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
        try {
            // fields beyond their range count on, as with C's mktime
            ZonedDateTime time = LocalDateTime.of(year, 1, 1, 0, 0)
                    .plusMonths(month - 1L)
                    .plusDays(day - 1L)
                    .plusHours(hour)
                    .plusMinutes(minute)
                    .plusSeconds(second)
                    .atZone(ZoneId.systemDefault())
                    .withLaterOffsetAtOverlap();
            long seconds = time.toEpochSecond();
            if (table.get("isdst") instanceof LuaBoolean summer && summer.v != isSummer(time)) {
                seconds += summer.v ? -HOUR : HOUR;
            }
            // C's mktime says -1 for what it cannot do, and LuaJIT believes it
            return seconds == -1 ? LuaValue.NIL : LuaValue.valueOf((double) seconds);
        } catch (DateTimeException e) {
            return LuaValue.NIL;
        }
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
