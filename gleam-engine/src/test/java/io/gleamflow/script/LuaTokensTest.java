package io.gleamflow.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gleamflow.script.LuaTokens.Token;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LuaTokensTest {

    @Test
    void tokensHaveLinesAndColumns() {
        assertThat(LuaTokens.of("local größe = n1\n  ..\t\"a\\\"b\\\nc\" ~= 1.5e-3"))
                .extracting(Token::text, Token::line, Token::column)
                .containsExactly(
                        tuple("local", 1, 1),
                        tuple("größe", 1, 7),
                        tuple("=", 1, 13),
                        tuple("n1", 1, 15),
                        tuple("..", 2, 3),
                        tuple("\"a\\\"b\\\nc\"", 2, 6),
                        tuple("~=", 3, 4),
                        tuple("1.5e-3", 3, 7));
    }

    @Test
    void commentsAreNoTokensAndLongBracketsAreStrings() {
        assertThat(LuaTokens.of("--[==[ a ]] \n b ]==] x -- y\n [=[ ]] ]=] --[ z\n[1]"))
                .extracting(Token::text, Token::line)
                .containsExactly(tuple("x", 2), tuple("[=[ ]] ]=]", 3), tuple("[", 4), tuple("1", 4), tuple("]", 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"open", "'open\nnext", "--[[ open", "[==[ open", "\\", "\"\\", "!", "[=", "--", "0x", "\u0000"
            })
    void anyTextHasTokens(String text) {
        assertThat(LuaTokens.of(text).size()).isLessThan(4);
    }

    @Test
    void everyCharacterIsPassed() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(30); j >= 0; j--) {
                text.append("-[]=\"'\\ \n.a1e+~<".charAt(random.nextInt(16)));
            }
            assertThat(LuaTokens.of(text.toString()))
                    .allSatisfy(token -> assertThat(token.text()).isNotEmpty());
        }
    }
}
