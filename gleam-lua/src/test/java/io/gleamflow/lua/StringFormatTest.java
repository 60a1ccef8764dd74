package io.gleamflow.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;

class StringFormatTest {

    private static StringFormat parse(String format) {
        return StringFormat.parse(Scripts.bytes(format));
    }

    @Test
    void conversionsAreCounted() {
        StringFormat format = parse("%s: %5.2f%% of %d");
        assertThat(format.conversions()).isEqualTo(3);
        assertThat(format.kinds()).isEqualTo("sfd");
    }

    @Test
    void valuesAreFormattedWithoutAWorld() {
        assertThat(parse("%s,%d,%s").format(LuaValue.valueOf("é"), LuaValue.valueOf(3e9), LuaValue.NIL))
                .hasToString("é,3000000000,nil");
    }

    @Test
    void largeIntegersKeepTheirDigits() {
        assertThat(parse("%d %s %5x").format(Int64.of(Long.MAX_VALUE), Int64.of(Long.MIN_VALUE), Int64.ofUnsigned(-1)))
                .hasToString("9223372036854775807 -9223372036854775808 ffffffffffffffff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%y", "%5", "%123d", "x%-"})
    void malformedFormatsAreRefused(String format) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> parse(format))
                .withMessageStartingWith("invalid option '%")
                .withMessageEndingWith("' to 'format'");
    }

    @Test
    void valuesOfTheWrongTypeAreRefused() {
        assertThatExceptionOfType(LuaError.class)
                .isThrownBy(() -> parse("%d").format(LuaValue.valueOf("x")))
                .withMessageContaining("number expected, got string");
        assertThatExceptionOfType(LuaError.class)
                .isThrownBy(() -> parse("%s%s").format(LuaValue.ONE))
                .withMessageContaining("value expected");
    }
}
