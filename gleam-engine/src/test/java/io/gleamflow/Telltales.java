package io.gleamflow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Secrets of all awkward shapes. Each line of them has a word in it that nothing else has, so that a piece of four letters
 * gives it away however it is quoted, escaped or cut.
 */
final class Telltales {

    private static final int PIECE = 4;

    private static final List<String> WORDS = List.of(
            "Xq7Kd9Wz", "Vb3Jh8Ty", "Nf5Gc2Rm", "Lp6Zx4Qs", "Hk1Dv7Bn", "Mt9Fw3Cj", "Gy8Sr5Ld", "Jz2Pn6Xv", "Wc4Tb7Hq");

    /** By the name of the parameter. */
    static final Map<String, String> SECRETS = secrets();

    private Telltales() {}

    private static Map<String, String> secrets() {
        Map<String, String> secrets = new LinkedHashMap<>();
        secrets.put("plain", WORDS.get(0));
        // another secret is part of it
        secrets.put("more", "and" + WORDS.get(0) + WORDS.get(1));
        secrets.put("quotes", "it's \"" + WORDS.get(2) + "\" \\ 'back'");
        secrets.put("lines", "  -- " + WORDS.get(3) + " --\n'" + WORDS.get(4) + "\"\n");
        secrets.put("pattern", "a.*b([c$d]" + WORDS.get(5) + "\\Q^%s");
        secrets.put("control", "\t" + WORDS.get(6) + "\u0001\u001b[31m");
        secrets.put("accents", "pä€" + WORDS.get(7) + "ßü😀");
        secrets.put("long", (WORDS.get(8) + "-").repeat(30));
        return secrets;
    }

    /** The declarations of them, as the beginning of a descriptor; the values come from outside. */
    static String declarations() {
        StringBuilder text = new StringBuilder("params:\n");
        SECRETS.keySet().forEach(name -> text.append("  ").append(name).append(": {secret: true, default: none}\n"));
        return text.toString();
    }

    /** Their values, as the command line would give them. */
    static Map<String, Project.Given> given() {
        Map<String, Project.Given> given = new LinkedHashMap<>();
        SECRETS.forEach((name, value) -> given.put(name, new Project.Given(value, "-Dgleam.param." + name)));
        return given;
    }

    /** The texts that give something away, and what they give away. */
    static List<String> in(Collection<String> texts) {
        List<String> found = new ArrayList<>();
        for (String text : texts) {
            for (String word : WORDS) {
                for (int i = 0; i + PIECE <= word.length(); i++) {
                    int at = text.indexOf(word.substring(i, i + PIECE));
                    if (at >= 0) {
                        int end = Math.min(text.length(), at + 60);
                        found.add(word + " in: " + text.substring(Math.max(0, at - 60), end));
                        break;
                    }
                }
            }
        }
        return found;
    }

    /** Whether bytes give something away. */
    static boolean areIn(byte[] bytes) {
        return !in(List.of(new String(bytes, StandardCharsets.ISO_8859_1))).isEmpty();
    }
}
