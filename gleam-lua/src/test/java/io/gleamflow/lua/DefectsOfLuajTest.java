package io.gleamflow.lua;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What LuaJ 3.0.1 gets wrong, each with what Lua says. Holds without luajit. */
class DefectsOfLuajTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "1/3, 2^24, 1e100, 2^63|0.33333333333333 16777216 1e+100 9.2233720368548e+18",
                "1e15, -0.0, 0 * -1|1e+15 -0 -0",
                "1e15 .. '', (1/3) .. ''|1e+15 0.33333333333333",
                "table.concat({0.1, 1e15}, ' ')|0.1 1e+15",
                "('%5.2f;%-5s;%5s'):format(3.14159, 'a', 'b')|# 3.14;a    ;    b#",
                "('%s %s'):format(nil, true)|nil true",
                "('%d %d %x'):format(3e9, 2^40, -1)|3000000000 1099511627776 ffffffffffffffff",
                "('abc'):gsub('%w*', 'x')|x",
                "('THE (quick) fox'):find('%f[%a]%a+%f[%A]', 2)|6 10",
                "('x'):rep(-1) == '', ('x'):rep(3, ',')|true x,x,x",
                "select(2, pcall(string.find, 'a', '[b'))|malformed pattern (missing ']')",
                "('a_~`$^+<=>c'):match('%p+'), ('\\v'):match('%s') ~= nil|_~`$^+<=> true",
                "('caf\\195\\169'):upper(), ('caf\\195\\169'):match('%w+')|CAFé caf",
                "'é' < 'z', '\\200' < 'a'|false false",
                "tonumber('0x'), tonumber('0x1p4'), tonumber('-0x10')|nil 16 -16",
                "math.log(8, 2), math.log10(1000), math.modf(-3.7)|3 3 -3 -0.7",
                "os.time() == math.floor(os.time())|true",
                "os.date('!*t', 0).year, os.date('!%D %F %T %e', 0), os.date('!%I', 0)|1970 01/01/70 1970-01-01 00:00:00  1 12",
                "collectgarbage('stop'), os.difftime(5)|0 5",
                "select(2, pcall(assert, false, {1}))[1]|1",
                "pcall(table.sort, {3, 1, 2, 5, 4}, function() return true end)|false invalid order function for sorting",
                "select(2, coroutine.resume(coroutine.create(function() error({code = 5}) end))).code|5",
                "select(2, pcall(function() error('boom') end))|test:1: boom",
                "select(2, pcall(function() local x; return x.y end))|test:1: attempt to index local 'x' (a nil value)",
                "select(2, pcall(error, 'msg', 0))|msg",
                "loadstring('x = = 1', '@f')|nil f:1: unexpected symbol near '='",
                "pcall(string.rep, 'x', 2^40)|false resulting string too large",
                "unpack({1, 2}), table.maxn({1, 2}), table.getn({1}), bit.band(-1, 0xffffffff)|1 2 1 -1",
                "getmetatable('').__index == string, ('x'):len()|true 1",
                "rawlen == nil, # {1, 2, 3}, # setmetatable({}, {__len = function() return 9 end})|true 3 0",
                "loadstring('return ' .. ('a.'):rep(3) .. 'b')|function: ",
                "(function() local t = {}; t.id = 7; t.id = '007'; return type(t.id), t.id end)()|string 007",
                "(function() local t = {a = 1}; t.a = 2.5; t.a = '2.50'; return t.a .. '' end)()|2.50",
                "(function() local t = {}; for i = 9, 1, -1 do t[i] = i end; local s = 0; "
                        + "for k, v in pairs(t) do s = s + k * v end; return #t, t[1], t[9], s end)()|9 1 9 285",
                "(function() local t = {}; t[4], t[3], t[2], t[1] = 'd', 'c', 'b', 'a'; t[5] = 'e'; "
                        + "return #t, table.concat(t) end)()|5 abcde",
                "1 ^ (0/0), (0/0) ^ 0|1 1",
            })
    void isCured(String expressions, String expected) {
        assertThat(Scripts.result("return " + expressions)).startsWith(expected);
    }
}
