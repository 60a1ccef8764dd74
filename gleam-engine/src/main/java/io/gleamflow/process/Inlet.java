package io.gleamflow.process;

import java.io.IOException;
import java.io.OutputStream;

/** The standard input of a child: nothing stays in a buffer, and a child that went away is told apart by type. */
final class Inlet extends OutputStream {

    private final String title;
    private final OutputStream out;

    Inlet(String title, OutputStream out) {
        this.title = title;
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
            out.flush();
        } catch (IOException e) {
            // "Broken pipe" before, "Stream closed" after the JVM noticed the exit of the child
            throw new ConsumerGoneException(title, e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException gone) {
            // nothing was buffered, so nothing is lost that a write has not complained of
        }
    }
}
