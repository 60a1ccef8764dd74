package io.gleamflow.connector;

import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.FileFormat.Kind;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The content of a file as streams: one, or for an archive one for each file in it, in the order of their names' bytes. */
final class FileStreams {

    private FileStreams() {}

    /** Takes a stream and where it comes from; returns whether it wants more. */
    @FunctionalInterface
    interface User {
        boolean take(InputStream in, RowPlace place) throws IOException;
    }

    /**
     * Opens, decompresses, and closes again.
     *
     * @param shown the file as messages name it
     * @throws SourceException when the file cannot be read or is damaged; the message names it
     */
    static void read(FilePiece piece, String shown, FileFormat format, User user) throws SourceException {
        read(piece, shown, format, count -> {}, user);
    }

    /**
     * The same.
     *
     * @param read hears how many bytes of the file were read, each time; of an archive when it is read
     */
    static void read(FilePiece piece, String shown, FileFormat format, LongConsumer read, User user)
            throws SourceException {
        Compression compression = Compression.of(piece.path());
        try {
            if (compression == Compression.ZIP) {
                archive(piece.path(), shown, user);
                read.accept(piece.size());
                return;
            }
            RowPlace place = new RowPlace(
                            shown,
                            piece.start(),
                            () -> LineEnds.before(piece.path(), piece.start(), format.kind() == Kind.CSV))
                    .countingOnce();
            try (InputStream raw = new PieceInput(piece, read);
                    InputStream in = compression.content(raw)) {
                user.take(in, place);
            }
        } catch (SourceException e) {
            throw e;
        } catch (IOException e) {
            throw refusal(shown, e);
        }
    }

    private static SourceException refusal(String shown, IOException e) {
        String words = String.valueOf(e.getMessage());
        if (e instanceof NoSuchFileException) {
            words = "there is no such file";
        } else if (e instanceof AccessDeniedException) {
            words = "permission denied";
        }
        SourceException refusal = new SourceException(shown + ": " + words);
        refusal.initCause(e);
        return refusal;
    }

    private static void archive(String path, String shown, User user) throws IOException {
        try (ZipFile zip = open(new File(path))) {
            List<? extends ZipEntry> files = zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .sorted(Comparator.comparing(
                            entry -> entry.getName().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned))
                    .toList();
            if (files.isEmpty()) {
                throw new SourceException(shown + ": there is no file in the archive");
            }
            Set<String> seen = new HashSet<>();
            for (ZipEntry file : files) {
                String entry = shown + "/" + file.getName();
                if (!seen.add(file.getName())) {
                    throw new SourceException(entry + " is there twice");
                }
                if (!entry(zip, file, entry, user)) {
                    return;
                }
            }
        }
    }

    private static boolean entry(ZipFile zip, ZipEntry file, String shown, User user) throws SourceException {
        try (InputStream in = zip.getInputStream(file)) {
            return user.take(in, RowPlace.whole(shown));
        } catch (SourceException e) {
            throw e;
        } catch (IOException e) {
            throw refusal(shown, e);
        }
    }

    /** Names that are no UTF-8 are those of old programs; they only show in messages. */
    private static ZipFile open(File file) throws IOException {
        try {
            return new ZipFile(file, StandardCharsets.UTF_8);
        } catch (ZipException e) {
            if (String.valueOf(e.getMessage()).contains("encrypted")) {
                throw new ZipException("the archive is encrypted");
            }
            return new ZipFile(file, StandardCharsets.ISO_8859_1);
        }
    }
}
