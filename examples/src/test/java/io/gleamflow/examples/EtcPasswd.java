package io.gleamflow.examples;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The input of the original's first example. It differs from machine to machine, so its words are counted here again. */
final class EtcPasswd {

    /** One character for each byte. */
    static final Charset BYTES = StandardCharsets.ISO_8859_1;

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");

    private EtcPasswd() {}

    static List<String> lines() throws IOException {
        return Files.readAllLines(Path.of("/etc/passwd"), BYTES);
    }

    static SortedMap<String, Long> words() throws IOException {
        SortedMap<String, Long> words = new TreeMap<>();
        for (String line : lines()) {
            Matcher word = WORD.matcher(line);
            while (word.find()) {
                words.merge(word.group(), 1L, Long::sum);
            }
        }
        return words;
    }
}
