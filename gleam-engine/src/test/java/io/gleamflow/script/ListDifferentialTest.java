package io.gleamflow.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists of random numbers are sorted, turned and cut as the collections of the JDK are. */
class ListDifferentialTest {

    private static final int ROUNDS = 300;

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void listsBehaveLikeThoseOfTheJdk(ScriptRunner runtime) throws Exception {
        Random random = new Random(41);
        StringBuilder script = new StringBuilder("local t\n");
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            List<Integer> numbers = IntStream.range(0, random.nextInt(i / 10 + 2))
                    .mapToObj(j -> random.nextInt(40) - 20)
                    .toList();
            script.append("t = ").append(lua(numbers)).append("""

                    show_escaped(list.sort(t), list.sortBy(t, math.abs), list.sort(t, function(a, b) return a > b end))
                    show_escaped(list.unique(t), list.reverse(t), list.sum(t), list.slice(t, 3, -2), t)
                    """);
            List<Integer> reversed = new ArrayList<>(numbers);
            Collections.reverse(reversed);
            List<Integer> inner = numbers.size() < 4 ? List.of() : numbers.subList(2, numbers.size() - 1);
            expected.add(lua(sorted(numbers, Comparator.naturalOrder())) + ", "
                    + lua(sorted(numbers, Comparator.comparing(Math::abs))) + ", "
                    + lua(sorted(numbers, Comparator.reverseOrder())));
            expected.add(lua(List.copyOf(new LinkedHashSet<>(numbers))) + ", " + lua(reversed) + ", "
                    + numbers.stream().mapToInt(n -> n).sum() + ", " + lua(inner) + ", " + lua(numbers));
        }
        assertThat(runtime.runWithHarness(directory, script.toString()).lines()).containsExactlyElementsOf(expected);
    }

    private static List<Integer> sorted(List<Integer> numbers, Comparator<Integer> order) {
        return numbers.stream().sorted(order).toList();
    }

    private static String lua(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"));
    }
}
