package io.gleamflow.problem;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What this JVM can say to the operating system, which is a matter of the locale it was started in. */
public final class NativeText {

    /** From this version on, arguments are encoded as paths are, whatever the default charset is. */
    private static final int ONE_CHARSET = 18;

    private NativeText() {}

    /** Why no file can be called so and what to do about it; empty when one can. */
    public static Optional<String> refusalOfPath(String text) {
        return refusal(text, ofPaths());
    }

    /** Why no program can be given this as an argument or variable; empty when one can. Java would write question marks. */
    public static Optional<String> refusalOfArgument(String text) {
        return refusal(text, Runtime.version().feature() < ONE_CHARSET ? Charset.defaultCharset() : ofPaths());
    }

    private static Charset ofPaths() {
        return Charset.forName(System.getProperty("sun.jnu.encoding", StandardCharsets.UTF_8.name()));
    }

    private static Optional<String> refusal(String text, Charset charset) {
        return charset.newEncoder().canEncode(text)
                ? Optional.empty()
                : Optional.of("the locale of this JVM does not have all of its letters (" + charset.name()
                        + "); set LC_ALL=C.UTF-8 where it is started");
    }
}
