package io.gleamflow.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What became of the rounds. */
final class KillTally {

    /** How a round ended; each but the last is right. */
    enum Verdict {
        SUCCEEDED("succeeded"),
        FAILED("failed, old"),
        RECOVERED_OLD("recovered, old"),
        RECOVERED_NEW("recovered, new"),
        WRONG("WRONG");

        private final String title;

        Verdict(String title) {
            this.title = title;
        }
    }

    private final Map<String, Map<Verdict, Integer>> byVictim = new TreeMap<>();
    private final Map<String, Map<Verdict, Integer>> byFlow = new TreeMap<>();
    private final List<String> wrongs = new ArrayList<>();
    private long longestOrphanMillis;
    private int missed;

    void count(KillFlow flow, String victim, Verdict verdict) {
        byVictim.computeIfAbsent(victim, key -> new EnumMap<>(Verdict.class)).merge(verdict, 1, Integer::sum);
        byFlow.computeIfAbsent(flow.name(), key -> new EnumMap<>(Verdict.class)).merge(verdict, 1, Integer::sum);
    }

    void wrong(String what) {
        wrongs.add(what);
    }

    List<String> wrongs() {
        return List.copyOf(wrongs);
    }

    void missed() {
        missed++;
    }

    void orphansGoneAfter(long millis) {
        longestOrphanMillis = Math.max(longestOrphanMillis, millis);
    }

    int kills() {
        return byFlow.values().stream()
                .flatMap(verdicts -> verdicts.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** A table of all, for people. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(table("victim", byVictim));
        lines.add("");
        lines.addAll(table("flow", byFlow));
        lines.add("");
        lines.add(
                kills() + " kills, " + missed + " runs that were faster, " + wrongs.size() + " wrong; the last process"
                        + " was gone " + longestOrphanMillis + " ms after the end of a run at most");
        return lines;
    }

    private static List<String> table(String title, Map<String, Map<Verdict, Integer>> counts) {
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder(String.format("%-34s", title));
        for (Verdict verdict : Verdict.values()) {
            head.append(String.format("%16s", verdict.title));
        }
        lines.add(head.toString());
        counts.forEach((name, verdicts) -> {
            StringBuilder line = new StringBuilder(String.format("%-34s", name));
            for (Verdict verdict : Verdict.values()) {
                line.append(String.format(
                        "%16s",
                        Optional.ofNullable(verdicts.get(verdict))
                                .map(String::valueOf)
                                .orElse(".")));
            }
            lines.add(line.toString());
        });
        return lines;
    }
}
