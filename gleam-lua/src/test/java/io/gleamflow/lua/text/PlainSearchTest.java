package io.gleamflow.lua.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.luaj.vm2.LuaString;

class PlainSearchTest {

    @Test
    void findsWhatJavaFinds() {
        Random random = new Random(5);
        for (int i = 0; i < 100_000; i++) {
            // few letters, so that nearly every place is nearly right; some are below, some above what carries
            String in = word(random, random.nextInt(50), 2 + random.nextInt(3));
            String text = word(random, random.nextInt(12), 2 + random.nextInt(3));
            int from = random.nextInt(in.length() + 1);

            assertThat(PlainSearch.indexOf(cutOut(in, random), cutOut(text, random), from))
                    .as("`%s` in `%s` from %d", text, in, from)
                    .isEqualTo(in.indexOf(text, from));
        }
    }

    private static String word(Random random, int length, int letters) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append("\u0000\u0001a\u0080\u007f\u00ff".charAt(random.nextInt(letters + 1)));
        }
        return word.toString();
    }

    /** A string that begins and ends within its array. */
    private static LuaString cutOut(String text, Random random) {
        int before = random.nextInt(4);
        String around = "aa\u0001a".substring(0, before) + text + "aaa";
        return LuaString.valueUsing(around.getBytes(StandardCharsets.ISO_8859_1), before, text.length());
    }
}
