package io.gleamflow.local;

import io.gleamflow.connector.LineFormat;
import io.gleamflow.lua.StringFormat;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.MessagePack;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.ValueText;
import io.gleamflow.script.LuaCodec;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** A line made by Lua's {@code string.format}, the columns its arguments. */
final class FormattedLine implements LineFormat {

    private static final Pattern ARGUMENT = Pattern.compile("bad argument #([0-9]+) to '.*' \\((.*)\\)");

    private final StringFormat format;
    private final RowCursor cursor = new RowCursor();

    /**
     * @throws IllegalArgumentException when the format is malformed, which the check has found out
     */
    FormattedLine(String format) {
        this.format = StringFormat.parse(format.getBytes(StandardCharsets.UTF_8));
    }

    /** Lists and maps as JSON: what Lua makes of a table is an address. */
    private static LuaValue value(byte[] bytes, int start, int end) {
        MessagePack.Kind kind = MessagePack.kind(bytes, start);
        if (kind != MessagePack.Kind.LIST && kind != MessagePack.Kind.MAP) {
            return LuaCodec.decode(bytes, start, end);
        }
        Bytes text = new Bytes(64);
        ValueText.append(bytes, start, end, text);
        return LuaString.valueUsing(text.copy());
    }

    /** Of the arguments of string.format, the first is the format, and the others are columns. */
    private static String named(String message) {
        Matcher argument = ARGUMENT.matcher(message);
        return argument.matches()
                ? "column " + (Integer.parseInt(argument.group(1)) - 1) + " does not fit the format: "
                        + argument.group(2)
                : message;
    }

    @Override
    public String append(byte[] bytes, int start, int end, Bytes out) {
        cursor.reset(bytes, start, end);
        LuaValue[] columns = new LuaValue[cursor.width()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = value(bytes, cursor.start(i), cursor.end(i));
        }
        if (columns.length < format.conversions()) {
            return "the format has " + format.conversions() + " conversions for a row of " + columns.length
                    + " columns";
        }
        try {
            LuaString line = format.format(LuaValue.varargsOf(columns), 1);
            out.put(line.m_bytes, line.m_offset, line.m_length);
        } catch (LuaError e) {
            return named(String.valueOf(e.getMessage()));
        }
        out.put('\n');
        return "";
    }
}
