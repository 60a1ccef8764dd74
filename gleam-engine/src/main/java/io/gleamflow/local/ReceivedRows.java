package io.gleamflow.local;

import io.gleamflow.connector.Formats;
import io.gleamflow.connector.RowPlace;
import io.gleamflow.connector.SourceException;
import io.gleamflow.plan.Input;
import io.gleamflow.row.RowSink;
import io.gleamflow.wire.Frames;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/** What a server sends until it closes the connection. */
final class ReceivedRows {

    private static final int PATIENCE_MILLIS = 30_000;

    private ReceivedRows() {}

    /** Hands on all rows, but not the end. */
    static void into(Input.Received received, RowSink sink) throws IOException {
        String server = received.host().value() + ":" + received.port();
        try (Socket socket = connected(received, server);
                InputStream in = socket.getInputStream()) {
            Formats.reader(
                            received.format(),
                            received.names(),
                            Frames.longestRow(received.head().memory()))
                    .read(in, RowPlace.whole(server), sink);
        }
    }

    private static Socket connected(Input.Received received, String server) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(received.host().value(), received.port()), PATIENCE_MILLIS);
            return socket;
        } catch (IOException | IllegalArgumentException e) {
            socket.close();
            throw new SourceException("there is no connection to " + server + ": " + e.getMessage());
        }
    }
}
