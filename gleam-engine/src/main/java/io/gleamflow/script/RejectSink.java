package io.gleamflow.script;

import java.util.List;

/** Hears of the rows of one step, and takes those on which its script failed. Used by one thread. */
public interface RejectSink {

    /** A row has come. */
    void came();

    /**
     * The row that came last is rejected.
     *
     * @param error what was wrong
     * @param row its values as MessagePack, the caller's again when the method returns
     * @param names of its first columns, as far as known
     */
    void reject(String error, byte[] row, int start, int end, List<String> names);
}
