package io.gleamflow.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretLinesTest {

    private static List<String> shown(String text) {
        return SecretLines.hidden(text.lines().toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  key: {secret: true, default: tulip}",
                "  key: {default: \"tu,lip}\", secret: true}",
                "  key: {\"secret\": true, \"default\": 'tulip'}",
                "  key:\n    secret: true\n    default: tulip",
                "  key:\n    default: tulip\n    type: text\n    secret: 'true'",
                "  key:\n    default: |\n      one\n\n      tulip\n    secret: true",
                "  key:\n    default:\n      tulip\n    secret: true",
                "  key: {secret: true,\n    default: tulip}",
                "  key: {default: tulip,\n    secret: true}",
                "  key: {\n    default: tulip,\n    secret: true\n  }",
                "  key: {secret: true, oneOf: [tulip, rose]}",
                "  key: {secret: true, default: tulip"
            })
    void whatASecretIsByDefaultIsHiddenHoweverItIsWritten(String param) {
        List<String> lines = shown("params:\n" + param + "\nsteps:\n  - rows: 1\n");
        assertThat(String.join("\n", lines)).contains("***").doesNotContain("tulip", "tu,lip", "rose");
        assertThat(lines).hasSize((int)
                ("params:\n" + param + "\nsteps:\n  - rows: 1\n").lines().count());
        assertThat(lines).startsWith("params:").endsWith("steps:", "  - rows: 1");
    }

    @Test
    void theOthersAreShown() {
        String text = """
                params:
                  size: {default: 3, oneOf: [3, 4]}
                  key: {secret: true, default: tulip}
                  no: {secret: false, default: rose}
                  other:
                    default: 5
                """;
        assertThat(shown(text))
                .containsExactly(
                        "params:",
                        "  size: {default: 3, oneOf: [3, 4]}",
                        "  key: {secret: true, default: ***",
                        "  no: {secret: false, default: rose}",
                        "  other:",
                        "    default: 5");
    }
}
