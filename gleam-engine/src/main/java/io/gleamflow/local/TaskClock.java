package io.gleamflow.local;

/**
 * The time that the steps of one task have together. It stands still as long as anybody pauses it: steps that make attempts have
 * times of their own, and may do so on several threads. Thread-safe.
 */
final class TaskClock implements Deadlines.Watch {

    private Deadlines.Watch watch = NONE;
    private Deadlines.Watch whole = NONE;
    private int pauses;

    /**
     * From now on these watches, which have begun to count, are those of the task.
     *
     * @param always never stands still
     */
    synchronized void start(Deadlines.Watch begun, Deadlines.Watch always) {
        watch = begun;
        whole = always;
        if (pauses > 0) {
            watch.pause();
        }
    }

    @Override
    public synchronized void pause() {
        if (pauses++ == 0) {
            watch.pause();
        }
    }

    @Override
    public synchronized void resume() {
        if (--pauses == 0) {
            watch.resume();
        }
    }

    @Override
    public synchronized void close() {
        watch.close();
        whole.close();
    }
}
