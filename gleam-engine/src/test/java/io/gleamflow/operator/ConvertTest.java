package io.gleamflow.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gleamflow.flow.ColumnType;
import io.gleamflow.flow.Conversion;
import io.gleamflow.flow.Head;
import io.gleamflow.problem.Place;
import io.gleamflow.row.Value;
import io.gleamflow.wire.RowBytes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types that the engine and the JVM's worker know. */
class ConvertTest {

    private static final Head HEAD = Head.of("read", new Place("flow.yaml", 3, 3), Optional.empty(), List.of());

    private static String convert(ColumnType type, String pattern, String text) {
        RowBytes.Collected collected = new RowBytes.Collected();
        Optional<String> form = pattern == null || pattern.isEmpty() ? Optional.empty() : Optional.of(pattern);
        Convert convert = new Convert(HEAD, Map.of(1, new Conversion(type, form)), collected);
        try {
            RowBytes.feed(List.of(List.of(new Value.Nil(), Value.Str.of(text))), convert);
        } catch (StepFailedException e) {
            return String.valueOf(e.getMessage());
        }
        return collected.rows().get(0).get(1).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "DATE||2026-11-24|2026-11-24",
                "DATE|| 2026-11-24 |2026-11-24",
                "DATE|dd.MM.yyyy|01.02.2026|2026-02-01",
                "DATE|d.M.yy|1.2.26|2026-02-01",
                "DATE|d MMM yyyy|24 nov 2026|2026-11-24",
                "DATE|yyyy-MM|2026-11|2026-11-01",
                "DATE|'year' yyyy|year 2026|2026-01-01",
                "DATE|yyyy-DDD|2026-032|2026-02-01",
                "DATE|dd.MM.yyyy|29.02.2024|2024-02-29",
                "DATE|dd.MM.yyyy|31.02.2026|`31.02.2026` in column 2 is not a date like dd.MM.yyyy",
                "DATE|dd.MM.yyyy|1.2.2026|`1.2.2026` in column 2 is not a date like dd.MM.yyyy",
                "DATE|dd.MM|01.02|`01.02` in column 2 is not a date like dd.MM",
                "DATE||2026-02-30|`2026-02-30` in column 2 is not a date like yyyy-MM-dd",
                "DATE||0000-01-01|`0000-01-01` in column 2 is not a date like yyyy-MM-dd",
                "DATE||2026-11-24x|`2026-11-24x` in column 2 is not a date like yyyy-MM-dd",
                "TIMESTAMP||2026-11-24T10:15:32|2026-11-24T10:15:32",
                "TIMESTAMP||2026-11-24 10:15|2026-11-24T10:15:00",
                "TIMESTAMP||2026-11-24|2026-11-24T00:00:00",
                "TIMESTAMP||2026-11-24T10:15:32.250Z|2026-11-24T10:15:32.25Z",
                "TIMESTAMP||2026-11-24T10:15:32+02:00|2026-11-24T10:15:32+02:00",
                "TIMESTAMP|dd/MMM/yyyy:HH:mm:ss Z|24/Nov/2026:10:15:32 +0000|2026-11-24T10:15:32Z",
                "TIMESTAMP|d.M.yyyy h:mm a|1.2.2026 3:05 PM|2026-02-01T15:05:00",
                "TIMESTAMP||2026-11-24T24:00:00|`2026-11-24T24:00:00` in column 2 is not a timestamp like yyyy-MM-ddTHH:mm:ss",
                "TIMESTAMP||2026-11-2410:15|`2026-11-2410:15` in column 2 is not a timestamp like yyyy-MM-ddTHH:mm:ss",
                "JSON||[1, {\"a\": null}]|[1, {a=nil}]",
                "JSON||[1,]|`[1,]` in column 2 is not JSON",
                "BYTES||4a4B|JK",
                "BYTES||4a4|`4a4` in column 2 is not bytes in hexadecimal digits",
                "INT||9223372036854775808|`9223372036854775808` in column 2 is not an int",
                "NUMBER||18446744073709551615|18446744073709551615",
                "INT||18446744073709551615|`18446744073709551615` in column 2 is not an int",
                "NUMBER||+1.50|1.5",
                "BOOL||True|`True` in column 2 is not true or false",
            })
    void readsWhatTheTypeSays(ColumnType type, String pattern, String text, String value) {
        assertThat(convert(type, pattern, text)).isEqualTo(value);
    }

    @Test
    void emptyTextIsNilForEveryTypeButText() {
        for (ColumnType type : ColumnType.values()) {
            assertThat(convert(type, "", " ")).isEqualTo(type == ColumnType.TEXT ? " " : "nil");
        }
    }

    @Test
    void aPatternThatIsNoneIsTheStepsFault() {
        Conversion wrong = new Conversion(ColumnType.DATE, Optional.of("bbb"));
        assertThatThrownBy(() -> new Convert(HEAD, Map.of(0, wrong), new RowBytes.Collected()))
                .isInstanceOf(StepFailedException.class)
                .hasMessageStartingWith("`bbb` is no pattern");
    }
}
