package io.gleamflow.connector;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;

/** How JSON is parsed: strictly, as UTF-8, no key twice, nothing longer or deeper than it may be. */
final class JsonSource {

    /** The levels of a value, and the row and the file around it. */
    private static final int DEEPEST = JsonText.DEEPEST + 2;

    private JsonSource() {}

    static JsonFactory factory(int longest) {
        return new JsonFactoryBuilder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(longest)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                .disable(JsonFactory.Feature.CHARSET_DETECTION)
                .build();
    }

    /** Where the library thinks it is; the line is told beside it. */
    private static final String SOURCE = "\\s*\\(?(?:start marker )?at \\[Source:[^\\]]*\\]\\)?";

    /** What is wrong with a text, in words. */
    static String words(JsonProcessingException e, int longest) {
        String message = String.valueOf(e.getOriginalMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll(SOURCE, "");
        if (e instanceof StreamConstraintsException) {
            if (message.startsWith("Document nesting depth")) {
                return "values are nested more than " + DEEPEST + " deep";
            }
            if (message.startsWith("String value length")) {
                return Refused.tooLong(longest).words();
            }
        }
        return "no JSON: " + message;
    }
}
