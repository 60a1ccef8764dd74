package io.gleamflow.plan;

import io.gleamflow.flow.LuaRuntime;
import java.util.List;
import java.util.Locale;
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

    /** Where the rows of a stage are from, in words. */
    public static String input(Input input) {
        if (input instanceof Input.Files files) {
            return files(files.files());
        } else if (input instanceof Input.Records records) {
            return files(records.files()) + ", "
                    + records.format().kind().name().toLowerCase(Locale.ROOT);
        } else if (input instanceof Input.Printed) {
            return "what a program prints";
        } else if (input instanceof Input.Received received) {
            return "what " + received.host().value() + ":" + received.port() + " sends";
        } else if (input instanceof Input.Numbers numbers) {
            return "the numbers from 1 to " + numbers.count();
        } else if (input instanceof Input.Inline inline) {
            return count(inline.rows().size(), "row") + " of the descriptor";
        } else if (input instanceof Input.Exchanged exchanged) {
            return stage(exchanged.stage()) + ", " + exchange(exchanged.exchange());
        }
        return stages(Input.stages(input)) + ", " + combined(input);
    }

    private static String files(List<SourceFile> files) {
        return count(files.size(), "file") + ", "
                + files.stream().mapToLong(SourceFile::size).sum() + " bytes";
    }

    private static String stage(int number) {
        return "stage " + (number + 1);
    }

    private static String stages(List<Integer> numbers) {
        return numbers.stream().map(PlanPrinter::stage).collect(Collectors.joining(" and "));
    }

    private static String combined(Input input) {
        if (input instanceof Input.Concatenated) {
            return "one after the other";
        } else if (input instanceof Input.Rejected) {
            return "the rows rejected there";
        } else if (input instanceof Input.Crossed) {
            return "each row of the first with all of the second";
        }
        return "sorted by their keys, each shard a range";
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
        } else if (exchange instanceof Exchange.Cut cut) {
            String rows = cut.skip() > 0 ? "without the first " + count(cut.skip(), "row") + ", " : "";
            String most = cut.most() < Long.MAX_VALUE ? "the first " + count(cut.most(), "row") + ", " : "";
            return rows + most + "cut into contiguous pieces";
        } else if (exchange instanceof Exchange.Deal) {
            return "one row to each shard in turn";
        }
        return "shard to shard";
    }

    private static String columns(List<Integer> columns, List<Boolean> descending) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> "column " + (columns.get(i) + 1) + (descending.get(i) ? " descending" : ""))
                .collect(Collectors.joining(", "));
    }

    /** Where a stage runs, in words. */
    public static String runs(Stage stage) {
        String shards = count(stage.shards(), "shard");
        if (stage.body() instanceof Body.Chain chain) {
            String runtime =
                    chain.runtime() == LuaRuntime.LUAJ ? "Lua" : chain.runtime().word();
            return shards + ", a " + runtime + " worker process each";
        } else if (stage.body() instanceof Body.Pipeline pipeline) {
            return shards + ", " + count(pipeline.steps().size(), "shell process") + " each";
        } else if (stage.body() instanceof Body.PerRow) {
            return shards + ", a shell process for each row";
        } else if (stage.body() instanceof Body.PerKey) {
            return shards + ", a shell process for each key";
        } else if (stage.body() instanceof Body.Program) {
            return shards + ", a program each";
        }
        return shards + ", in the engine";
    }

    private static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : noun.endsWith("s") ? "es" : "s");
    }
}
