package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.LuaRuntime;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records whose comparison is written out forget no component, also not one that comes later. */
class RecordsComparedByHandTest {

    /** Two values of each type that a component has. */
    private static final Map<Class<?>, List<Object>> VALUES = Map.of(
            long.class, List.of(1L, 2L),
            int.class, List.of(1, 2),
            String.class, List.of("one", "two"),
            List.class, List.of(List.of("one"), List.of("two")),
            OptionalInt.class, List.of(OptionalInt.empty(), OptionalInt.of(1)),
            LuaRuntime.class, List.of(LuaRuntime.LUAJ, LuaRuntime.LUAJIT));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.gleamflow.flow.Columns",
                "io.gleamflow.problem.Place",
                "io.gleamflow.local.WorkerKind",
                "io.gleamflow.freshness.Look"
            })
    void eachComponentMatters(String name) throws ReflectiveOperationException {
        Class<?> type = Class.forName(name);
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        Object[] values = Arrays.stream(types).map(each -> value(each, 0)).toArray();
        Object one = constructor.newInstance(values);
        assertThat(constructor.newInstance(values)).isEqualTo(one).hasSameHashCodeAs(one);
        for (int i = 0; i < types.length; i++) {
            Object[] changed = values.clone();
            changed[i] = value(types[i], 1);
            assertThat(constructor.newInstance(changed))
                    .as(components[i].getName())
                    .isNotEqualTo(one);
        }
    }

    private static Object value(Class<?> type, int which) {
        return Objects.requireNonNull(VALUES.get(type), type::getName).get(which);
    }
}
