package io.gleamflow.flow;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people write them: {@code 512mb}. */
public final class ByteSize {

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,18}) ?(kb|mb|gb|b)?", Pattern.CASE_INSENSITIVE);

    private ByteSize() {}

    /** The bytes of a whole number with kb, mb, gb or nothing behind it, a kilobyte having 1024; empty for anything else. */
    public static OptionalLong parse(String text) {
        Matcher size = SIZE.matcher(text.strip());
        if (!size.matches()) {
            return OptionalLong.empty();
        }
        String unit = size.group(2) == null ? "b" : size.group(2).toLowerCase(Locale.ROOT);
        int shift = unit.equals("kb") ? 10 : unit.equals("mb") ? 20 : unit.equals("gb") ? 30 : 0;
        long number = Long.parseLong(size.group(1));
        return number > Long.MAX_VALUE >> shift ? OptionalLong.empty() : OptionalLong.of(number << shift);
    }
}
