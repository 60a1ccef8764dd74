package io.gleamflow.report;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How a secret may stand in a text that gleam, a library of its own or a shell has made of it. */
final class SecretForms {

    private static final Map<Integer, String> JSON = Map.of(
            (int) '"',
            "\\\"",
            (int) '\\',
            "\\\\",
            (int) '\n',
            "\\n",
            (int) '\r',
            "\\r",
            (int) '\t',
            "\\t",
            (int) '\b',
            "\\b",
            (int) '\f',
            "\\f");

    private static final Map<Integer, String> LUA =
            Map.of((int) '"', "\\\"", (int) '\\', "\\\\", (int) '\n', "\\n", (int) '\r', "\\r", (int) '\t', "\\t");

    private static final Map<Integer, String> BASH = Map.of(
            (int) '\'',
            "\\'",
            (int) '\\',
            "\\\\",
            (int) '\n',
            "\\n",
            (int) '\r',
            "\\r",
            (int) '\t',
            "\\t",
            (int) '\b',
            "\\b",
            (int) '\f',
            "\\f",
            7,
            "\\a",
            11,
            "\\v",
            27,
            "\\E");

    private SecretForms() {}

    /** All forms of some secrets, the longest first; of one with several lines each line too, since logs show them singly. */
    static List<String> of(Stream<String> secrets) {
        Set<String> forms = new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        secrets.filter(secret -> !secret.isBlank())
                .flatMap(SecretForms::written)
                .flatMap(form -> Stream.concat(Stream.of(form), form.lines()))
                .flatMap(form -> Stream.of(form, form.strip()))
                .filter(form -> !form.isBlank())
                .forEach(forms::add);
        return List.copyOf(forms);
    }

    private static Stream<String> written(String secret) {
        return Stream.of(
                secret,
                escaped(secret, JSON, "\\u%04x"),
                escaped(secret, LUA, "\\%d"),
                bytes(secret),
                // a failure shows what could make a terminal do things as question marks
                secret.replaceAll("[\\p{Cntrl}&&[^\\n\\r\\t]]", "?"),
                secret.replace("\"", "\"\""),
                // as sh -x shows it: bash with and without other letters than ASCII, then dash
                octal(secret),
                secret.replace("'", "'\\''"),
                secret.replace("'", "'\"'\"'"));
    }

    private static String octal(String secret) {
        StringBuilder text = new StringBuilder();
        for (byte each : secret.getBytes(StandardCharsets.UTF_8)) {
            if (BASH.containsKey((int) each)) {
                text.append(BASH.get((int) each));
            } else if (each < ' ' || each == 127) {
                text.append(String.format(Locale.ROOT, "\\%03o", each & 0xff));
            } else {
                text.append((char) each);
            }
        }
        return text.toString();
    }

    private static String escaped(String secret, Map<Integer, String> escapes, String control) {
        StringBuilder text = new StringBuilder();
        secret.codePoints().forEach(c -> {
            if (escapes.containsKey(c)) {
                text.append(escapes.get(c));
            } else if (c < ' ') {
                text.append(String.format(Locale.ROOT, control, c));
            } else {
                text.appendCodePoint(c);
            }
        });
        return text.toString();
    }

    /** As a script's message shows a text that is not UTF-8 as a whole. */
    private static String bytes(String secret) {
        StringBuilder text = new StringBuilder();
        for (byte each : escaped(secret, LUA, "\\%d").getBytes(StandardCharsets.UTF_8)) {
            text.append(each < 0 ? "\\" + (each & 0xff) : String.valueOf((char) each));
        }
        return text.toString();
    }
}
