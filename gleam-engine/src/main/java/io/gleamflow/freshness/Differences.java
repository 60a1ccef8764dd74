package io.gleamflow.freshness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Says what is no longer as it was, in words that stand behind "ran:". */
final class Differences {

    private final List<String> reasons = new ArrayList<>();

    private Differences() {}

    /** In the order in which they tell most. */
    static List<String> between(Fingerprint before, Fingerprint now) {
        Differences found = new Differences();
        found.all(before.facts(), now.facts(), (name, old, fresh) -> name + " changed: " + old + " -> " + fresh);
        if (!before.words().equals(now.words())) {
            found.reasons.add("the descriptor changed");
        }
        found.names(before.luaFiles(), now.luaFiles(), name -> name);
        found.all(
                before.digestsOfParams(),
                now.digestsOfParams(),
                (name, old, fresh) -> param(name, before.shown(name), now.shown(name)));
        found.names(before.variables(), now.variables(), name -> "the variable " + name);
        found.names(before.properties(), now.properties(), name -> "the property " + name);
        return found.reasons;
    }

    private static String param(String name, String old, String fresh) {
        String values = old.isEmpty() || fresh.isEmpty() || old.equals(fresh) ? "" : ": " + old + " -> " + fresh;
        return "parameter " + name + " changed" + values;
    }

    private interface Telling {
        String of(String name, String before, String now);
    }

    /** What there was not before, or is not any more, is told by a change of the descriptor. */
    private void all(Map<String, String> before, Map<String, String> now, Telling telling) {
        SortedSet<String> both = new TreeSet<>(before.keySet());
        both.retainAll(now.keySet());
        for (String name : both) {
            String old = before.get(name);
            String fresh = now.get(name);
            if (old != null && fresh != null && !old.equals(fresh)) {
                reasons.add(telling.of(name, old, fresh));
            }
        }
        if (reasons.isEmpty() && !before.keySet().equals(now.keySet())) {
            SortedSet<String> either = new TreeSet<>(before.keySet());
            either.addAll(now.keySet());
            either.removeAll(both);
            reasons.add(either.first() + (now.containsKey(either.first()) ? " is new" : " is no longer there"));
        }
    }

    private void names(Map<String, String> before, Map<String, String> now, Function<String, String> named) {
        all(before, now, (name, old, fresh) -> named.apply(name) + " changed");
    }
}
