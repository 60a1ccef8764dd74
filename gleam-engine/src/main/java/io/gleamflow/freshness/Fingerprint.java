package io.gleamflow.freshness;

import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.LuaText;
import io.gleamflow.flow.Param;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.Wording;
import io.gleamflow.report.Secrets;
import io.gleamflow.script.LuaTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What decides what a flow writes, but for the files it reads. All but {@code facts}, which people may see, is digests with
 * a salt: in a descriptor and in parameters there are secrets, and short ones can be found by trying.
 *
 * @param facts about gleam and the machine
 * @param words of the descriptor
 * @param luaFiles beside the descriptor
 * @param params by name
 * @param variables of the environment that the descriptor refers to
 * @param properties that it refers to
 */
record Fingerprint(
        SortedMap<String, String> facts,
        String words,
        SortedMap<String, String> luaFiles,
        SortedMap<String, Given> params,
        SortedMap<String, String> variables,
        SortedMap<String, String> properties) {

    private static final int LONGEST_SHOWN = 40;

    /**
     * The value of a parameter.
     *
     * @param outside whether it is from outside of the descriptor
     * @param shown what people may see of it; empty when that says nothing
     */
    record Given(String digest, boolean outside, String shown) {}

    static Fingerprint of(Flow flow, Surroundings surroundings, String salt) {
        Secrets secrets = Secrets.of(flow);
        SortedMap<String, Given> params = new TreeMap<>();
        for (Param param : flow.params()) {
            String text = param.value().getClass().getSimpleName() + " " + param.text();
            boolean outside = !param.origin().equals("default");
            params.put(param.name(), new Given(digest(salt, param.name(), text), outside, shown(param, secrets)));
        }
        Map<String, String> variables = new TreeMap<>(flow.wording().variables());
        for (Map.Entry<String, String> each : surroundings.variables().entrySet()) {
            variables.put(each.getKey() + " of programs", each.getValue());
        }
        return new Fingerprint(
                new TreeMap<>(surroundings.facts()),
                words(flow.wording(), salt),
                luaFiles(flow, salt),
                params,
                digests(variables, salt),
                digests(flow.wording().properties(), salt));
    }

    private static String shown(Param param, Secrets secrets) {
        String text = secrets.hidden(param.text());
        boolean says = !param.secret()
                && text.equals(param.text())
                && text.length() <= LONGEST_SHOWN
                && text.chars().noneMatch(Character::isISOControl);
        return says ? text : "";
    }

    private static String words(Wording wording, String salt) {
        Digest digest = Digest.salted(salt);
        for (Wording.Word word : wording.words()) {
            digest.add(word.lua() ? "lua" : "word");
            if (word.lua()) {
                add(word.text(), digest);
            } else {
                digest.add(word.text());
            }
        }
        return digest.hex();
    }

    /** Blanks and comments mean nothing in Lua. */
    private static void add(String lua, Digest digest) {
        List<LuaTokens.Token> tokens = LuaTokens.of(lua);
        digest.add(String.valueOf(tokens.size()));
        for (LuaTokens.Token token : tokens) {
            digest.add(token.text());
        }
    }

    private static SortedMap<String, String> luaFiles(Flow flow, String salt) {
        SortedMap<String, String> files = new TreeMap<>();
        for (LuaText lua : lua(flow)) {
            String file = lua.place().file();
            if (!file.equals(flow.place().file())) {
                Digest digest = Digest.salted(salt).add(file);
                add(lua.source(), digest);
                files.put(file, digest.hex());
            }
        }
        return files;
    }

    /** The Lua files of a flow, as messages call them. */
    static Set<String> luaFiles(Flow flow) {
        Set<String> files = new TreeSet<>();
        lua(flow).forEach(lua -> files.add(lua.place().file()));
        files.remove(flow.place().file());
        return files;
    }

    private static List<LuaText> lua(Flow flow) {
        List<LuaText> all = new ArrayList<>(flow.functions());
        for (Dataset dataset : flow.datasets()) {
            for (Step step : dataset.steps()) {
                all.addAll(step.scripts());
            }
        }
        return all;
    }

    private static SortedMap<String, String> digests(Map<String, String> values, String salt) {
        SortedMap<String, String> digests = new TreeMap<>();
        for (Map.Entry<String, String> each : values.entrySet()) {
            digests.put(each.getKey(), digest(salt, each.getKey(), each.getValue()));
        }
        return digests;
    }

    private static String digest(String salt, String name, String value) {
        return Digest.salted(salt).add(name).add(value).hex();
    }

    SortedMap<String, String> digestsOfParams() {
        SortedMap<String, String> digests = new TreeMap<>();
        params.forEach((name, param) -> digests.put(name, param.digest()));
        return digests;
    }

    /** What people may see of a parameter; empty when that says nothing. */
    String shown(String param) {
        return Optional.ofNullable(params.get(param)).map(Given::shown).orElse("");
    }

    /**
     * Whether nothing from outside differs, so that it is the descriptor that writes other files than before.
     *
     * @param secret names of parameters, variables and properties that decide no name of a file: they may differ
     */
    boolean hasSameSurroundings(Fingerprint other, Set<String> secret) {
        return outside(secret).equals(other.outside(secret))
                && agree(variables, other.variables, secret)
                && agree(properties, other.properties, secret);
    }

    private Map<String, String> outside(Set<String> secret) {
        SortedMap<String, String> outside = new TreeMap<>();
        params.forEach((name, param) -> {
            if (param.outside() && !secret.contains(name)) {
                outside.put(name, param.digest());
            }
        });
        return outside;
    }

    private static boolean agree(Map<String, String> one, Map<String, String> other, Set<String> but) {
        return one.entrySet().stream()
                .filter(each -> !but.contains(each.getKey()))
                .allMatch(each -> Optional.ofNullable(other.get(each.getKey()))
                        .map(each.getValue()::equals)
                        .orElse(true));
    }
}
