package io.gleamflow.local;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes to a file as long as the run has not failed: copying much takes its time. */
final class RunOutput extends FilterOutputStream {

    private final FirstFailure failure;

    RunOutput(OutputStream out, FirstFailure failure) {
        super(out);
        this.failure = failure;
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
        if (failure.isOver()) {
            throw new IOException("the run has been ended");
        }
        out.write(bytes, start, length);
    }
}
