package io.gleamflow.worker;

import java.util.List;
import java.util.Map;

/** Reads control maps: what the other side must have sent is demanded, never guessed. */
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

    static Control of(Object map) {
        return new Control(typed(map));
    }

    @SuppressWarnings("unchecked") // ControlMaps makes no other maps
    private static Map<String, Object> typed(Object map) {
        return (Map<String, Object>) map;
    }

    boolean is(String type) {
        return type.equals(map.get(TYPE));
    }

    boolean has(String key) {
        return map.containsKey(key);
    }

    String text(String key) {
        return (String) get(key);
    }

    long number(String key) {
        return (Long) get(key);
    }

    int integer(String key) {
        return Math.toIntExact(number(key));
    }

    boolean bool(String key) {
        return (Boolean) get(key);
    }

    Control map(String key) {
        return of(get(key));
    }

    Map<String, Object> entries(String key) {
        return typed(get(key));
    }

    byte[] bytes(String key) {
        return (byte[]) get(key);
    }

    List<String> texts(String key) {
        return list(key).stream().map(String.class::cast).toList();
    }

    List<?> list(String key) {
        return (List<?>) get(key);
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
