package io.gleamflow.local;

import io.gleamflow.report.RunReport;
import io.gleamflow.report.Secrets;
import io.gleamflow.run.Progress;
import io.gleamflow.run.RunListener;

/** Lets one thread at a time through, as listeners are promised, and no secret. */
final class OneAtATime implements RunListener {

    private final RunListener listener;
    private final Secrets secrets;

    OneAtATime(RunListener listener, Secrets secrets) {
        this.listener = listener;
        this.secrets = secrets;
    }

    @Override
    public synchronized void logged(String step, String line) {
        listener.logged(secrets.hidden(step), secrets.hidden(line));
    }

    @Override
    public synchronized void progressed(Progress progress) {
        listener.progressed(progress);
    }

    @Override
    public synchronized void failed(RunReport soFar) {
        listener.failed(secrets.hidden(soFar));
    }

    @Override
    public synchronized void warned(String step, String line) {
        listener.warned(secrets.hidden(step), secrets.hidden(line));
    }
}
