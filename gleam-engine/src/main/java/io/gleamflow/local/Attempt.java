package io.gleamflow.local;

/** One attempt at the work of a step, or the only one. */
interface Attempt {

    /** One whose time is not looked at, or ends with the run's. */
    Attempt ONLY = new Attempt() {
        @Override
        public void endedBy(Runnable stop) {}

        @Override
        public void check() {}
    };

    /**
     * Says how whatever the attempt waits for is ended when its time is over.
     *
     * @param stop called by another thread, or at once when the time is over already
     */
    void endedBy(Runnable stop);

    /** Ends an attempt whose time is over, by what it throws. */
    void check();
}
