package io.gleamflow.worker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads control maps: what the other side must have sent is demanded, never guessed. All that is missing or something else is
 * an {@link IllegalArgumentException}.
 */
final class Control {

    /** The entry that says what a control map is. */
    static final String TYPE = "type";

    static final String TASK = "task";
    static final String END = "end";
    static final String STATUS = "status";

    private final Map<String, Object> map;

    Control(Map<String, Object> map) {
        this.map = map;
    }

    @SuppressWarnings("unchecked") // ControlMaps makes no other maps
    private static Map<String, Object> typed(Object map) {
        return (Map<String, Object>) as(Map.class, map);
    }

    static Control of(Object map) {
        return new Control(typed(map));
    }

    private static <T> T as(Class<T> type, Object value) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(
                    "a control map has a " + value.getClass().getSimpleName() + ", not a " + type.getSimpleName());
        }
        return type.cast(value);
    }

    boolean is(String type) {
        return type.equals(map.get(TYPE));
    }

    boolean has(String key) {
        return map.containsKey(key);
    }

    String text(String key) {
        return as(String.class, get(key));
    }

    long number(String key) {
        return as(Long.class, get(key));
    }

    int integer(String key) {
        return integer(number(key));
    }

    private static int integer(long number) {
        if ((int) number != number) {
            throw new IllegalArgumentException("a control map has the number " + number + ", which is too large");
        }
        return (int) number;
    }

    List<Integer> integers(String key) {
        return list(key).stream().map(number -> integer(as(Long.class, number))).toList();
    }

    List<Long> numbers(String key) {
        return list(key).stream().map(number -> as(Long.class, number)).toList();
    }

    boolean bool(String key) {
        return as(Boolean.class, get(key));
    }

    Control map(String key) {
        return of(get(key));
    }

    Map<String, Object> entries(String key) {
        return typed(get(key));
    }

    Map<String, byte[]> blobs(String key) {
        Map<String, byte[]> blobs = new LinkedHashMap<>();
        entries(key).forEach((name, bytes) -> blobs.put(name, as(byte[].class, bytes)));
        return blobs;
    }

    byte[] bytes(String key) {
        return as(byte[].class, get(key));
    }

    List<String> texts(String key) {
        return list(key).stream().map(text -> as(String.class, text)).toList();
    }

    private List<?> list(String key) {
        return as(List.class, get(key));
    }

    List<Control> maps(String key) {
        return list(key).stream().map(Control::of).toList();
    }

    private Object get(String key) {
        Object value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException("a control map lacks `" + key + "`");
        }
        return value;
    }
}
