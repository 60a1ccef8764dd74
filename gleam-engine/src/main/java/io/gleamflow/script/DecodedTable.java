package io.gleamflow.script;

import org.luaj.vm2.LuaTable;

/** A table that came as a list or a map: it leaves as one, also when it is empty, and a list keeps the nils at its end. */
final class DecodedTable extends LuaTable {

    private static final int MAP = -1;

    private final int size;

    private DecodedTable(int elements, int entries, int size) {
        super(elements, entries);
        this.size = size;
    }

    static DecodedTable list(int size) {
        return new DecodedTable(size, 0, size);
    }

    static DecodedTable map(int entries) {
        return new DecodedTable(0, entries, MAP);
    }

    boolean isList() {
        return size != MAP;
    }

    /** The number of elements the list had. */
    int size() {
        return size;
    }
}
