package io.gleamflow.benchmarks.data;

import java.util.SplittableRandom;

/** What there is to generate. */
enum Kind {
    /** Lines of words, frequent and rare as in a language. */
    WORDS(80) {
        @Override
        Records records(SplittableRandom random, long rows) {
            return new WordLines(random);
        }
    },
    /** CSV that refers to customers, a tenth of as many as there are orders. */
    ORDERS(38) {
        @Override
        Records records(SplittableRandom random, long rows) {
            return new Orders(random, Math.max(1, rows / 10));
        }
    },
    /** CSV, each customer once and in no order. */
    CUSTOMERS(30) {
        @Override
        Records records(SplittableRandom random, long rows) {
            return new Customers(random, rows);
        }
    },
    /** Lines of a hundred bytes that begin with a key of ten, as benchmarks of sorting have them. */
    RECORDS(100) {
        @Override
        Records records(SplittableRandom random, long rows) {
            return new SortRecords(random);
        }
    },
    /** Lines of a web server's log. */
    LOG(130) {
        @Override
        Records records(SplittableRandom random, long rows) {
            return new LogLines(random);
        }
    },
    /** A JSON object a line. */
    JSON(120) {
        @Override
        Records records(SplittableRandom random, long rows) {
            return new JsonLines(random);
        }
    },
    /** CSV to filter, to calculate with and to aggregate. */
    SALES(45) {
        @Override
        Records records(SplittableRandom random, long rows) {
            return new Sales(random);
        }
    },
    /** Frames of two columns, a short text and a number. */
    PAIRS(16) {
        @Override
        Records records(SplittableRandom random, long rows) {
            return new Pairs(random);
        }
    };

    private final int width;

    Kind(int width) {
        this.width = width;
    }

    /** Bytes of a row, about. */
    int width() {
        return width;
    }

    /** @param rows how many there will be, about */
    abstract Records records(SplittableRandom random, long rows);
}
