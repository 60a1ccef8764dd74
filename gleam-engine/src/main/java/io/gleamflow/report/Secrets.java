package io.gleamflow.report;

import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Param;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Hides the values of secret parameters in whatever people are shown: as they are, line by line, as gleam quotes and escapes
 * them, and where a message was cut in the middle of one. What a script makes of a secret, in Base64 for instance, nobody can
 * recognise. Immutable.
 */
public final class Secrets {

    private static final String MASK = "***";

    /** What a message that was cut ends in. */
    private static final List<String> CUTS = List.of("…", " …", "...");

    /** Fewer characters of a secret than these, before a cut, tell nothing and are often there by chance. */
    private static final int LEAST = 3;

    /** Longest first. */
    private final List<String> forms;

    private Secrets(List<String> forms) {
        this.forms = forms;
    }

    /** Those of a flow. */
    public static Secrets of(Flow flow) {
        return of(List.of(flow));
    }

    /** Those of several flows. */
    public static Secrets of(Collection<Flow> flows) {
        List<String> secrets = new ArrayList<>();
        for (Flow flow : flows) {
            for (Param param : flow.params()) {
                if (param.secret()) {
                    secrets.add(param.text());
                }
            }
        }
        // of most flows nothing is secret, and what finds the forms need not be loaded
        return new Secrets(secrets.isEmpty() ? List.of() : SecretForms.of(secrets.stream()));
    }

    /** The text with a mask wherever secrets stood; those that overlap have one mask. */
    public String hidden(String text) {
        if (forms.isEmpty()) {
            return text;
        }
        BitSet secret = whole(text);
        CUTS.forEach(cut -> markBefore(cut, text, secret));
        return secret.isEmpty() ? text : masked(text, secret);
    }

    private BitSet whole(String text) {
        BitSet secret = new BitSet();
        for (String form : forms) {
            for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
                secret.set(at, at + form.length());
            }
        }
        return secret;
    }

    /** Marks what is the start of a secret before a cut. */
    private void markBefore(String cut, String text, BitSet secret) {
        for (int at = text.indexOf(cut); at >= 0; at = text.indexOf(cut, at + 1)) {
            int length = startOfForm(text.substring(0, at));
            if (length >= LEAST) {
                secret.set(at - length, at);
            }
        }
    }

    /** How many characters at the end of a text are the start of a form. */
    private int startOfForm(String text) {
        int longest = 0;
        for (String form : forms) {
            for (int length = Math.min(form.length() - 1, text.length()); length > longest; length--) {
                if (text.regionMatches(text.length() - length, form, 0, length)) {
                    longest = length;
                }
            }
        }
        return longest;
    }

    /** Where to end a text that goes on elsewhere, so that no secret is parted. */
    int end(String text) {
        BitSet secret = whole(text);
        int end = text.length() - startOfForm(text);
        while (end > 0 && end < text.length() && secret.get(end) && secret.get(end - 1)) {
            end--;
        }
        return end;
    }

    private static String masked(String text, BitSet secret) {
        StringBuilder shown = new StringBuilder();
        int at = 0;
        for (int start = secret.nextSetBit(0); start >= 0; start = secret.nextSetBit(at)) {
            shown.append(text, at, start).append(MASK);
            at = secret.nextClearBit(start);
        }
        return shown.append(text, at, text.length()).toString();
    }

    /** Takes the lines of one process, of which long ones come in pieces, so that none ends in the middle of a secret. */
    public Consumer<String> inPieces(Consumer<String> lines) {
        return forms.isEmpty() ? lines : new PiecedLines(this, lines);
    }

    public Failure hidden(Failure failure) {
        return new Failure(
                failure.blame(),
                failure.place(),
                hidden(failure.step()),
                hidden(failure.message()),
                failure.details().stream().map(this::hidden).toList());
    }

    /** The failure, and what caused it, with their stack traces. */
    public FailureException hidden(FailureException thrown) {
        if (forms.isEmpty()) {
            return thrown;
        }
        Throwable cause = thrown.getCause();
        FailureException hidden =
                new FailureException(hidden(thrown.failure()), cause == null ? null : HiddenException.of(cause, this));
        hidden.setStackTrace(thrown.getStackTrace());
        return hidden;
    }

    /** Something unexpected, whose message may have a secret in it. */
    public RuntimeException hidden(RuntimeException thrown) {
        return forms.isEmpty() ? thrown : HiddenException.of(thrown, this);
    }

    /** The report with no secret in the names of outputs and steps. */
    public RunReport hidden(RunReport report) {
        return forms.isEmpty() ? report : HiddenReport.of(report, this);
    }

    public Problems hidden(Problems problems) {
        Problems hidden = new Problems();
        for (Problem problem : problems.all()) {
            hidden.add(hidden(problem));
        }
        return hidden;
    }

    private Problem hidden(Problem problem) {
        Optional<String> hint = problem.hint().map(this::hidden);
        return new Problem(problem.severity(), problem.place(), hidden(problem.message()), hint);
    }
}
