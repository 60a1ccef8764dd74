package io.gleamflow.local;

import io.gleamflow.connector.BadRecords;
import io.gleamflow.connector.Formats;
import io.gleamflow.connector.RowPlace;
import io.gleamflow.connector.SourceException;
import io.gleamflow.plan.Input;
import io.gleamflow.row.RowSink;
import io.gleamflow.wire.Frames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** What a server sends until it closes the connection. */
final class ReceivedRows {

    private static final int PATIENCE_MILLIS = 30_000;

    private ReceivedRows() {}

    /** Hands on all rows but those that are bad, and not the end. */
    static void into(Input.Received received, RowSink sink, Optional<BadRecords> bad, Attempt attempt)
            throws IOException {
        String server = received.host().value() + ":" + received.port();
        try (SocketChannel channel = connected(received, server, attempt);
                InputStream in = Channels.newInputStream(channel)) {
            Formats.reader(
                            received.format(),
                            received.names(),
                            Frames.longestRow(received.head().memory()),
                            bad)
                    .read(in, RowPlace.whole(server), sink);
        }
    }

    /** A channel, so that an interrupt ends the wait for a server that says nothing. */
    private static SocketChannel connected(Input.Received received, String server, Attempt attempt) throws IOException {
        SocketChannel channel = SocketChannel.open();
        attempt.endedBy(() -> close(channel));
        try {
            channel.socket().connect(new InetSocketAddress(received.host().value(), received.port()), PATIENCE_MILLIS);
            return channel;
        } catch (IOException | IllegalArgumentException e) {
            channel.close();
            throw new SourceException("there is no connection to " + server + ": " + e.getMessage());
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
