package io.gleamflow.freshness;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Places that have not changed since a moment, so that whoever read them behind it has seen what is there. Each method
 * throws when that cannot be told of a place. Not thread-safe.
 */
public final class Spots {

    /** Links that lead in circles make more. */
    private static final int MOST = 100_000;

    private static final LinkOption[] FOLLOWING = {};
    private static final LinkOption[] STAYING = {LinkOption.NOFOLLOW_LINKS};

    private final long since;
    private final Map<String, Spot> all = new LinkedHashMap<>();

    private Spots(long since) {
        this.since = since;
    }

    /** None yet, of those that were the same before that moment, in milliseconds since 1970. */
    public static Spots before(long millis) {
        return new Spots(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    List<Spot> all() {
        return List.copyOf(all.values());
    }

    /** What is there now and was there before. */
    void old(Path path) throws IOException {
        add(Spot.at(path), since);
    }

    /** The same of a file, which may also be as it was when it was looked at. */
    void old(Path file, Look then, long looked) throws IOException {
        Spot spot = Spot.at(file);
        add(spot, spot.look().isSame(then) ? Math.max(since, looked) : since);
    }

    /** The same of a file whose path was made simpler, which no link may have a part in. */
    void plain(Path base, Path file) throws IOException {
        if (!file.startsWith(base)
                || !file.toRealPath().equals(base.toRealPath().resolve(base.relativize(file)))) {
            throw new IOException(file + " is behind a link");
        }
        old(file);
    }

    /** All names below a directory. What is in files is of no interest, but links may lead to other kinds of things. */
    public void below(Path directory, boolean isFollowing) throws IOException {
        add(Spot.directory(directory), since);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                if (Files.isDirectory(entry, isFollowing ? FOLLOWING : STAYING)) {
                    below(entry, isFollowing);
                } else if (Files.isSymbolicLink(entry)) {
                    old(entry);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** What may have been written a moment ago, by this process: waits until another change would show. */
    void settled(Path path) throws IOException {
        Spot spot = now(path);
        if (!spot.look().isOlderThan(Look.now())) {
            awaitNextTick();
            spot = now(path);
        }
        add(spot, Look.now());
    }

    private static Spot now(Path path) throws IOException {
        return Files.isDirectory(path) ? Spot.directory(path) : Spot.at(path);
    }

    /** What is nothing, or a directory of which only that counts, has no times. */
    private void add(Spot spot, long moment) throws IOException {
        if (!spot.look().isOlderThan(moment)) {
            throw new IOException(spot.path() + " has just been changed");
        }
        Spot before = all.put(spot.kind() + spot.path(), spot);
        if (before != null && !before.look().isSame(spot.look()) || all.size() > MOST) {
            throw new IOException(spot.path() + " changes all the time, or there are too many");
        }
    }

    /** So that a file is older than the moment it is looked at. */
    static void awaitNextTick() {
        try {
            TimeUnit.MILLISECONDS.sleep(Look.tickMillis());
        } catch (InterruptedException e) {
            // whatever is young then is read the next time
            Thread.currentThread().interrupt();
        }
    }
}
