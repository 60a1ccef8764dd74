package io.gleamflow.plan;

import io.gleamflow.flow.LuaRuntime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A plan as text for people: stages, processes, shards and exchanges. */
public final class PlanPrinter {

    private PlanPrinter() {}

    /** Some lines for each stage, each ending with a newline. */
    public static String print(Plan plan) {
        StringBuilder out = new StringBuilder("flow " + plan.flow() + "\n");
        for (Stage stage : plan.stages()) {
            out.append("  stage ").append(stage.number() + 1).append(": ");
            out.append(stage.title()).append('\n');
            out.append("    input: ").append(input(stage.input())).append('\n');
            out.append("    runs:  ").append(runs(stage)).append('\n');
        }
        return out.toString();
    }

    private static String input(Input input) {
        if (input instanceof Input.Files files) {
            return count(files.files().size(), "file") + ", " + files.bytes() + " bytes";
        } else if (input instanceof Input.Numbers numbers) {
            return "the numbers from 1 to " + numbers.count();
        } else if (input instanceof Input.Inline inline) {
            return count(inline.rows().size(), "row") + " of the descriptor";
        }
        Input.Exchanged exchanged = (Input.Exchanged) input;
        return "stage " + (exchanged.stage() + 1) + ", " + exchange(exchanged.exchange());
    }

    private static String exchange(Exchange exchange) {
        if (exchange instanceof Exchange.Range range) {
            return range.columns().isEmpty()
                    ? "sorted by the whole row, each shard a range"
                    : "sorted by " + columns(range.columns(), range.descending()) + ", each shard a range";
        } else if (exchange instanceof Exchange.Hash hash) {
            List<Boolean> ascending = hash.columns().stream().map(c -> false).toList();
            return "rows with the same " + columns(hash.columns(), ascending) + " in one shard";
        } else if (exchange instanceof Exchange.Gather) {
            return "all shards in order into one";
        } else if (exchange instanceof Exchange.Cut) {
            return "cut into contiguous pieces";
        }
        return "shard to shard";
    }

    private static String columns(List<Integer> columns, List<Boolean> descending) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> "column " + (columns.get(i) + 1) + (descending.get(i) ? " descending" : ""))
                .collect(Collectors.joining(", "));
    }

    private static String runs(Stage stage) {
        String shards = count(stage.shards(), "shard");
        if (stage.body() instanceof Body.Chain chain) {
            String runtime =
                    chain.runtime() == LuaRuntime.LUAJ ? "Lua" : chain.runtime().word();
            return shards + ", a " + runtime + " worker process each";
        } else if (stage.body() instanceof Body.Pipeline pipeline) {
            return shards + ", " + count(pipeline.steps().size(), "shell process") + " each";
        } else if (stage.body() instanceof Body.PerRow) {
            return shards + ", a shell process for each row";
        }
        return shards + ", in the engine";
    }

    private static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : noun.endsWith("s") ? "es" : "s");
    }
}
