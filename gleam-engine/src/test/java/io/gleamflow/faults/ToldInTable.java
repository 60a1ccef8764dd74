package io.gleamflow.faults;

import io.gleamflow.flow.LuaRuntime;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterInfo;

/**
 * Writes tests that are not {@link Fault}s into the table. The name of a test says what is expected; an argument that is a
 * number is how many shards there are.
 */
final class ToldInTable implements BeforeTestExecutionCallback, AfterTestExecutionCallback, AfterAllCallback {

    private static final ExtensionContext.Namespace STARTS = ExtensionContext.Namespace.create(ToldInTable.class);

    private final int row;
    private final FaultTable table;

    ToldInTable(int row, Class<?> tests) {
        this.row = row;
        this.table = new FaultTable(tests.getSimpleName());
    }

    @Override
    public void beforeTestExecution(ExtensionContext test) {
        test.getStore(STARTS).put("start", System.nanoTime());
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        long start = test.getStore(STARTS).getOrDefault("start", Long.class, System.nanoTime());
        ParameterInfo parameters = ParameterInfo.get(test);
        List<Object> arguments = parameters == null
                ? List.of()
                : Arrays.asList(parameters.getArguments().toArray());
        String name = sentence(test.getRequiredTestMethod().getName())
                + arguments.stream()
                        .filter(String.class::isInstance)
                        .filter(argument -> !isNumber(argument))
                        .map(argument -> ": `" + argument.toString().replace('\n', '¶') + "`")
                        .collect(Collectors.joining());
        String shards = first(arguments.stream().filter(ToldInTable::isNumber));
        String runtime = first(arguments.stream().filter(LuaRuntime.class::isInstance));
        String seen = test.getExecutionException()
                .map(wrong -> "**wrong** " + wrong.getMessage())
                .orElse("is so");
        table.add(new FaultLine(row, name, shards, runtime, "is so", seen, (System.nanoTime() - start) / 1e9));
    }

    private static boolean isNumber(Object argument) {
        return argument.toString().matches("[0-9]+");
    }

    private static String first(Stream<Object> arguments) {
        return arguments
                .findFirst()
                .map(argument -> argument.toString().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static String sentence(String name) {
        return name.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    @Override
    public void afterAll(ExtensionContext tests) throws IOException {
        table.write();
    }
}
