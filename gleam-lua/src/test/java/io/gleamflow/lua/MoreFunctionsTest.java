package io.gleamflow.lua;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions of 5.0 and 5.2 that LuaJIT does not have, so that there is nothing to compare with but their manuals. */
class MoreFunctionsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "bit32.band()¦4294967295",
                "bit32.band(12, 10)¦8",
                "bit32.band(-1, 255, 15)¦15",
                "bit32.band(0xffffffff)¦4294967295",
                "bit32.bor()¦0",
                "bit32.bor(12, 10)¦14",
                "bit32.bor(1, 2, 0x80000000)¦2147483651",
                "bit32.bxor()¦0",
                "bit32.bxor(12, 10, 1)¦7",
                "bit32.bxor(-1, 1)¦4294967294",
                "bit32.bnot(0)¦4294967295",
                "bit32.bnot(-1)¦0",
                "bit32.bnot(0x12345678)¦3989547399",
                "bit32.btest()¦true",
                "bit32.btest(1, 2)¦false",
                "bit32.btest(3, 2)¦true",
                "bit32.band(2^32 + 5)¦5",
                "bit32.band(-2^32 - 1)¦4294967295",
                "bit32.lshift(1, 31)¦2147483648",
                "bit32.lshift(1, 32)¦0",
                "bit32.lshift(0x12345678, 4)¦591751040",
                "bit32.lshift(0x12345678, -4)¦19088743",
                "bit32.lshift(1, -1)¦0",
                "bit32.rshift(0x12345678, 4)¦19088743",
                "bit32.rshift(0x12345678, -4)¦591751040",
                "bit32.rshift(-1, 31)¦1",
                "bit32.rshift(-1, 32)¦0",
                "bit32.arshift(0x12345678, 4)¦19088743",
                "bit32.arshift(-1, 1)¦4294967295",
                "bit32.arshift(0x80000000, 31)¦4294967295",
                "bit32.arshift(0x80000000, 40)¦4294967295",
                "bit32.arshift(1, -4)¦16",
                "bit32.lrotate(0x12345678, 4)¦591751041",
                "bit32.lrotate(0x12345678, 32)¦305419896",
                "bit32.lrotate(0x12345678, -4)¦2166572391",
                "bit32.rrotate(0x12345678, 4)¦2166572391",
                "bit32.rrotate(0x12345678, -4)¦591751041",
                "bit32.extract(0x12345678, 0, 4)¦8",
                "bit32.extract(0x12345678, 28, 4)¦1",
                "bit32.extract(0x12345678, 4)¦1",
                "bit32.extract(-1, 0, 32)¦4294967295",
                "bit32.replace(0x12345678, 5, 28, 4)¦1379161720",
                "bit32.replace(0x12345678, 0x52345678, 0, 32)¦1379161720",
                "bit32.replace(0, 1, 31)¦2147483648",
                "bit32.replace(-1, 0, 1, 2)¦4294967289",
                "table.pack().n¦0",
                "table.pack(1, nil, 3).n¦3",
                "table.pack('a', 'b')[2]¦b",
                "table.unpack({1, 2, 3})¦1 2 3",
                "table.unpack({1, 2, 3}, 2)¦2 3",
                "table.unpack({1, 2, 3}, 2, 2)¦2",
                "math.mod(7, 3)¦1",
                "math.mod(-7, 3)¦-1",
                "string.gfind('a1', '%d')()¦1",
            })
    void givesWhatItsManualSays(String expression, String result) {
        assertThat(Scripts.result("return " + expression)).isEqualTo(result);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "bit32.extract(0, -1)¦field cannot be negative",
                "bit32.extract(0, 0, 0)¦width must be positive",
                "bit32.extract(0, 32)¦trying to access non-existent bits",
                "bit32.extract(0, 30, 3)¦trying to access non-existent bits",
                "bit32.replace(0, -1, 31, 2)¦trying to access non-existent bits",
                "bit32.band('x')¦number expected, got string",
                "bit32.bnot()¦number expected, got no value",
            })
    void refusesWhatItsManualRefuses(String expression, String problem) {
        assertThat(Scripts.failure("local x = " + expression).message()).contains(problem);
    }
}
