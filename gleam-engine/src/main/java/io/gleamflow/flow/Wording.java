package io.gleamflow.flow;

import java.util.List;
import java.util.Map;

/**
 * What a descriptor says, word for word, whatever its layout: two descriptors with equal words do the same where the rest
 * of the world is equal. Comments, descriptions, tests, and options that change no output are left out.
 *
 * @param words in the order of the descriptor, references not yet replaced
 * @param variables of the environment that it refers to, with their values, empty for those there are not
 * @param properties that it refers to, with their values
 */
public record Wording(List<Word> words, Map<String, String> variables, Map<String, String> properties) {

    public static final Wording NONE = new Wording(List.of(), Map.of(), Map.of());

    public Wording {
        words = List.copyOf(words);
        variables = Map.copyOf(variables);
        properties = Map.copyOf(properties);
    }

    /**
     * A scalar, or where a list or map begins or ends.
     *
     * @param lua whether it is Lua, in which blanks and comments mean nothing
     */
    public record Word(String text, boolean lua) {}
}
