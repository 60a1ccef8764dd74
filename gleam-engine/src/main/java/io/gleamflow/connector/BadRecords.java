package io.gleamflow.connector;

/** Takes records that are no rows, so that reading can go on behind them. */
@FunctionalInterface
public interface BadRecords {

    /**
     * A record is wrong.
     *
     * @param error what is wrong with it
     * @param row as MessagePack values: a column with the line, or the columns there are; the caller's again when the method
     *     returns
     */
    void take(String error, byte[] row, int start, int end);
}
