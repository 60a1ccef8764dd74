package io.gleamflow.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.script.Libraries;
import io.gleamflow.script.LibraryMembers;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Editors are told of everything that scripts have at hand, and of nothing else. */
class LuaDefinitionsTest {

    @Test
    void everyFunctionOfTheLibrariesIsThere() {
        Set<String> there = new TreeSet<>();
        for (String library : Libraries.NAMES) {
            LibraryMembers.of(library).forEach(member -> there.add(library + "." + member));
        }
        String names = String.join("|", Libraries.NAMES);
        Pattern defined = Pattern.compile("(?m)^(?:function )?((?:" + names + ")\\.\\w+)(?:\\(.*\\) end| = nil)$");
        Set<String> told = defined.matcher(EditorResource.text(LuaDefinitions.FILE))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(told).isEqualTo(there);
    }
}
