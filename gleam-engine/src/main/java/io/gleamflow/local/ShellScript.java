package io.gleamflow.local;

import io.gleamflow.flow.Head;
import io.gleamflow.flow.Param;
import io.gleamflow.flow.ShellText;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.ValueText;
import io.gleamflow.row.ValueWriter;
import io.gleamflow.wire.ValueCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Shell code on its way to a file that {@code sh} runs: values stand in its head as quoted words, never in the code, and
 * line numbers are the descriptor's.
 */
final class ShellScript {

    private final Head step;
    private final ShellText code;
    private final Bytes head = new Bytes(256);
    private final Set<String> taken;

    ShellScript(Head step, ShellText code) {
        this.step = step;
        this.code = code;
        this.taken = System.getenv().keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** Makes the parameters variables. */
    ShellScript params(Collection<Param> params) throws FailureException {
        for (Param param : params) {
            Bytes value = new Bytes(32);
            ValueCodec.write(param.value(), new ValueWriter(value));
            Bytes text = new Bytes(32);
            ValueText.append(value.array(), 0, value.length(), text);
            variable(param.name(), text.array(), 0, text.length());
        }
        return this;
    }

    /** Makes a value a variable, unless its name is no name of one or the environment has it: PATH must stay PATH. */
    void variable(String name, byte[] value, int start, int end) throws FailureException {
        if (name.matches("[A-Za-z_][A-Za-z0-9_]*") && !taken.contains(name.toLowerCase(Locale.ROOT))) {
            head.putAscii(name + "=");
            quote(value, start, end);
            head.putAscii("; ");
        }
    }

    /** Begins the positional arguments; {@link #argument} adds them and {@link #endArguments} ends them. */
    void beginArguments() {
        head.putAscii("set --");
    }

    void argument(byte[] value, int start, int end) throws FailureException {
        head.put(' ');
        quote(value, start, end);
    }

    void endArguments() {
        head.putAscii("; ");
    }

    private void quote(byte[] value, int start, int end) throws FailureException {
        head.put('\'');
        for (int i = start; i < end; i++) {
            if (value[i] == 0) {
                throw new FailureException(Failure.of(
                        Blame.DATA, step.place(), step.title(), "a value has a NUL byte, which no shell can take"));
            }
            if (value[i] == '\'') {
                head.putAscii("'\\''");
            } else {
                head.put(value[i]);
            }
        }
        head.put('\'');
    }

    /** Writes the file. */
    void write(Path file) throws IOException {
        int lines = 0;
        for (int i = 0; i < head.length(); i++) {
            lines += head.array()[i] == '\n' ? 1 : 0;
        }
        Bytes all = new Bytes(head.length() + code.source().length() + 64);
        all.put(head.array(), 0, head.length());
        for (int i = lines + 1; i < code.firstLine(); i++) {
            all.put('\n');
        }
        all.put(code.source().getBytes(StandardCharsets.UTF_8));
        all.put('\n');
        Files.write(file, all.copy());
    }
}
