package io.gleamflow.junit;

import io.gleamflow.report.RunReport;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Runs what {@link Flow} names, and gives tests what came of it: {@link Output} for files, and a {@link RunReport} of the last
 * flow. Put in place by {@link Flow}; stateless.
 */
public final class FlowExtension implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

    private static final ExtensionContext.Namespace RUNS = ExtensionContext.Namespace.create(FlowExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Class<?> tests = context.getRequiredTestClass();
        run(context, tests, tests.getName());
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        Method test = context.getRequiredTestMethod();
        run(context, test, context.getRequiredTestClass().getName() + "/" + test.getName());
    }

    private static void run(ExtensionContext context, AnnotatedElement owner, String name) throws Exception {
        Flow[] flows = owner.getAnnotationsByType(Flow.class);
        if (flows.length > 0) {
            FlowRuns runs = FlowRuns.of(FlowDirectories.ofThisModule(), name, List.of(flows));
            context.getStore(RUNS).put(FlowRuns.class, runs);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == RunReport.class || type == Path.class && parameter.isAnnotated(Output.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        List<FlowRuns> runs = runs(context);
        if (runs.isEmpty()) {
            throw new ParameterResolutionException("no flow has run for this test; is it in a constructor?");
        }
        FlowRuns nearest = runs.get(0);
        Optional<Output> output = parameter.findAnnotation(Output.class);
        if (output.isEmpty()) {
            return nearest.reports().get(nearest.reports().size() - 1);
        }
        return output(output.get().value(), runs);
    }

    /** Of the method's flows, or else of the class's. */
    private static Path output(String path, List<FlowRuns> runs) {
        return runs.stream()
                .flatMap(each -> each.output(path).stream())
                .findFirst()
                .orElseThrow(() -> new ParameterResolutionException("@Output(\"" + path
                        + "\"): no flow has written it, but "
                        + runs.stream().flatMap(each -> each.written().stream()).toList()));
    }

    /** Those of the method, then those of the class around it. */
    private static List<FlowRuns> runs(ExtensionContext context) {
        List<FlowRuns> runs = new ArrayList<>();
        for (Optional<ExtensionContext> each = Optional.of(context);
                each.isPresent();
                each = each.get().getParent()) {
            FlowRuns found = each.get().getStore(RUNS).get(FlowRuns.class, FlowRuns.class);
            if (found != null && !runs.contains(found)) {
                runs.add(found);
            }
        }
        return runs;
    }
}
