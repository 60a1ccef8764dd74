package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random flows in which many rows fail: what is kept and what is told of the rest is the same however they run. */
@Timeout(120)
class RejectedRowsAgreeTest {

    private static final int ROWS = 3000;

    /** Steps that take rows of the columns {@code id}, {@code k} and {@code v}, and leave such rows. */
    private static final List<String> STEPS = List.of("""
            - filter: v % 7 ~= 1 or error("seven of " .. id)
            """, """
            - set:
                v: v > 900 and v.x or v + 1
                k: ("k" .. k):sub(1, 2)
            """, """
            - map: |
                if k == "k3" then return id, k, {} .. v end
                return id, k, v * 2
              as: [id, k, v]
            """, """
            - flatMap: |
                emit(id, k, v)
                if v % 5 == 0 then error({code = v}) end
                emit(id, k, v + 1)
              as: [id, k, v]
            """, """
            - check: {small: v < 3000, key: k ~= "k9"}
            """, """
            - set: {v: '("%s"):format(v % 11 == 0 and "eleven" or v)'}
              types: {v: int}
            """, """
            - lua: |
                function process(row, emit)
                  emit(row.id, row.k, row.v)
                  assert(row.v % 13 ~= 2, "thirteen")
                end
              per: k
              as: [id, k, v]
            """, """
            - reduce: {id: min(id), v: sum(v % 17 == 3 and "x" or v)}
              by: k
            - select: [id, k, v]
            """, """
            - sort: [v desc, id]
            """);

    @TempDir
    Path base;

    private static String data(Random random) {
        StringBuilder csv = new StringBuilder("id,k,v\n");
        for (int i = 0; i < ROWS; i++) {
            String value = random.nextInt(20) == 0 ? "none" : Integer.toString(random.nextInt(1000));
            String more = random.nextInt(50) == 0 ? ",more" : "";
            String key = random.nextInt(30) == 0 ? "\"a\nb\"" : "k" + random.nextInt(10);
            csv.append(i)
                    .append(',')
                    .append(key)
                    .append(',')
                    .append(value)
                    .append(more)
                    .append('\n');
        }
        return csv.toString();
    }

    private static String flow(Random random) {
        StringBuilder steps = new StringBuilder();
        List<String> left = new ArrayList<>(STEPS);
        for (int i = 0; i < 5; i++) {
            String step = left.remove(random.nextInt(left.size()));
            steps.append(step.stripTrailing().replaceFirst("\n- ", "\n  onError: {to: rejects}\n- "));
            steps.append(step.contains("\n- ") ? "\n" : "\n  onError: {to: rejects}\n");
        }
        return """
                datasets:
                  a:
                    - read: data.csv
                      types: {id: int, v: int}
                      onError: {to: rejects, atMost: 20%}
                """ + steps.toString().indent(4) + """
                    - write: target/kept.csv
                  rejects:
                    - write: target/rejects.csv
                """;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void rowsAreRejectedAlikeHoweverTheyRun(long seed) throws Exception {
        Random random = new Random(seed);
        String data = data(random);
        String flow = flow(random);
        Map<String, String> first = run("luaj", 1, data, flow);
        assertThat(first.get("rejects.csv")).contains("not an int").contains(",data.csv,");
        for (String runtime : List.of("luaj", "luajit")) {
            Luajit.assumeThere(runtime);
            assertThat(run(runtime, 4, data, flow)).as(runtime + "\n" + flow).isEqualTo(first);
        }
    }

    private Map<String, String> run(String runtime, int partitions, String data, String flow) throws Exception {
        TempProject project = new TempProject(base).file("data.csv", data);
        return project.run("defaults: {runtime: " + runtime + "}\n" + flow, partitions, 1 << 20);
    }
}
