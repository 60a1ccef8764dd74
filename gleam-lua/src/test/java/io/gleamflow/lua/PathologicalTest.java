package io.gleamflow.lua;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PathologicalTest {

    @Test
    void aPatternThatTriesTooMuchIsGivenUp() {
        assertThat(Scripts.failure("return ('a'):rep(40):find(('a*'):rep(30) .. 'b')")
                        .message())
                .startsWith("pattern too complex");
        assertThat(Scripts.failure("return ('x'):rep(100000):find('.-.-.-y')").message())
                .startsWith("pattern too complex");
    }

    @Test
    void longSubjectsAreNoTrouble() {
        assertThat(Scripts.result(
                        "local s = ('a'):rep(1000000) return #s:match('a*'), #s:match('.-$'), (s .. 'b'):find('b')"))
                .isEqualTo("1000000 1000000 1000001 1000001");
        assertThat(Scripts.result("return #(('ab'):rep(200000):gsub('a', 'xy'))"))
                .isEqualTo("600000");
    }

    @Test
    void patternsThatMatchTheEmptyStringEnd() {
        assertThat(Scripts.result("local n = 0 for w in ('abc def'):gmatch('%a*') do n = n + 1 end return n"))
                .isEqualTo("4");
    }

    @Test
    void longKeysWithACommonMiddleDoNotCollide() {
        String body =
                "local t, pad = {}, ('x'):rep(500) for i = 1, 20000 do t[pad .. i .. pad] = i end return t[pad .. 777 .. pad]";
        assertThat(Scripts.result(body)).isEqualTo("777");
    }

    @Test
    void aFlatFunctionOfManyLinesCompiles() {
        assertThat(Scripts.result(
                        "local x = 0\n" + "x = x + 1 if x % 7 == 3 then x = x + 2 end\n".repeat(6000) + "return x > 0"))
                .isEqualTo("true");
    }

    @Test
    void listsThatGrowAtEachLevelOfARecursionAreLinear() {
        assertThat(Scripts.result("local function f(n) if n == 0 then return end return 1, f(n - 1) end"
                        + " local function g(n) if n == 0 then return 'end' end return pcall(g, n - 1) end"
                        + " return select('#', f(60000)), select('#', g(60000)), (select(-1, g(1000)))"))
                .isEqualTo("60000 60001 end");
    }

    @Test
    void errorsInLoopsAreCheap() {
        assertThat(Scripts.result(
                        "local n = 0 for i = 1, 300000 do if not pcall(error, 'x') then n = n + 1 end end return n"))
                .isEqualTo("300000");
    }

    @Test
    void thousandsOfCoroutinesComeAndGo() {
        assertThat(
                        Scripts.result(
                                "local n = 0 for i = 1, 10000 do local co = coroutine.wrap(function() coroutine.yield(1) end) n = n + co() co() end return n"))
                .isEqualTo("10000");
    }

    @Test
    void coroutinesThatAreDroppedAreUnwound() {
        assertThat(
                        Scripts.result(
                                "local n = 0 for i = 1, 3000 do local co = coroutine.wrap(function() coroutine.yield(1) end) n = n + co() end return n"))
                .isEqualTo("3000");
    }
}
