package io.gleamflow.flow;

import io.gleamflow.problem.Place;

/** A column as the user names it: by its name, or by its position counted from 1. */
public sealed interface ColumnRef {

    Place place();

    /** By name; an unnamed column has the names {@code _1}, {@code _2} and so on. */
    record Named(String name, Place place) implements ColumnRef {
        @Override
        public String toString() {
            return name;
        }
    }

    /** By position. */
    record Numbered(int position, Place place) implements ColumnRef {
        public Numbered {
            if (position < 1) {
                throw new IllegalArgumentException("columns count from 1, not " + position);
            }
        }

        @Override
        public String toString() {
            return Integer.toString(position);
        }
    }
}
