package io.gleamflow.worker;

import java.util.ArrayList;
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
        List<Integer> integers = new ArrayList<>();
        for (Object number : list(key)) {
            integers.add(integer(as(Long.class, number)));
        }
        return List.copyOf(integers);
    }

    List<Long> numbers(String key) {
        List<Long> numbers = new ArrayList<>();
        for (Object number : list(key)) {
            numbers.add(as(Long.class, number));
        }
        return List.copyOf(numbers);
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
        for (Map.Entry<String, Object> entry : entries(key).entrySet()) {
            blobs.put(entry.getKey(), as(byte[].class, entry.getValue()));
        }
        return blobs;
    }

    byte[] bytes(String key) {
        return as(byte[].class, get(key));
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Object text : list(key)) {
            texts.add(as(String.class, text));
        }
        return List.copyOf(texts);
    }

    private List<?> list(String key) {
        return as(List.class, get(key));
    }

    List<Control> maps(String key) {
        List<Control> maps = new ArrayList<>();
        for (Object map : list(key)) {
            maps.add(of(map));
        }
        return List.copyOf(maps);
    }

    private Object get(String key) {
        Object value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException("a control map lacks `" + key + "`");
        }
        return value;
    }
}
