package io.gleamflow.script;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the libraries of gleam have, by their texts, so that it is known without running them. */
public final class LibraryMembers {

    private static final Map<String, SortedSet<String>> BY_LIBRARY =
            Libraries.NAMES.stream().collect(Collectors.toUnmodifiableMap(name -> name, LibraryMembers::read));

    private LibraryMembers() {}

    /** The names of the functions and values of a library; none when there is no such library. */
    public static SortedSet<String> of(String library) {
        return BY_LIBRARY.getOrDefault(library, Collections.emptySortedSet());
    }

    private static SortedSet<String> read(String library) {
        Pattern definition = Pattern.compile("^(?:function )?" + library + "\\.(\\w+)(?:\\(| = )", Pattern.MULTILINE);
        Matcher found = definition.matcher(new String(Libraries.bytes(library), StandardCharsets.UTF_8));
        SortedSet<String> members = new TreeSet<>();
        while (found.find()) {
            members.add(found.group(1));
        }
        return Collections.unmodifiableSortedSet(members);
    }
}
