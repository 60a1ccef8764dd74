package io.gleamflow.faults;

import io.gleamflow.problem.Blame;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Row 1: files with strange bytes, long lines, and damaged ones. */
class FileFaultsTest extends FaultSuite {

    private static final String COPY = """
            steps:
              - read: in.txt
              - write: target/out.txt
            """;

    private static final String THROUGH_LUA = """
            steps:
              - read: in.txt
              - map: line .. "!"
              - write: target/out.txt
            """;

    private static final String THROUGH_SHELL = """
            steps:
              - read: in.txt
              - pipe: sed 's/$/!/'
                split: none
              - write: target/out.txt
            """;

    private static final int HUNDRED_MEGABYTES = 100 << 20;

    /** Every byte but the newline, with no meaning in UTF-8. */
    private static final byte[] ODD = odd();

    private static byte[] odd() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 255; i >= 0; i--) {
            if (i != '\n' && i != '\r') {
                out.write(i);
            }
        }
        return out.toByteArray();
    }

    private static byte[] lines(byte[]... lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            out.writeBytes(line);
            out.write('\n');
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    List<Fault> faults() {
        return List.of(
                Fault.of(1, "an empty file has no rows")
                        .file("in.txt", "")
                        .flow(COPY)
                        .succeeds("target/out.txt", ""),
                Fault.of(1, "an empty file has no rows for a script")
                        .file("in.txt", "")
                        .lua()
                        .flow(THROUGH_LUA)
                        .succeeds("target/out.txt", ""),
                Fault.of(1, "an empty file has no rows for a program")
                        .file("in.txt", "")
                        .flow(THROUGH_SHELL)
                        .succeeds("target/out.txt", ""),
                Fault.of(1, "an empty file of records names no columns")
                        .file("in.csv", "")
                        .flow("steps: [{read: in.csv}, {write: target/out.txt}]")
                        .refused("read: in.csv", "in.csv is empty; a header"),
                Fault.of(1, "an empty file of records whose columns are known has no rows")
                        .file("in.csv", "")
                        .flow("steps: [{read: in.csv, columns: [a, b]}, {write: target/out.txt}]")
                        .succeeds("target/out.txt", ""),
                Fault.of(1, "a file of one line end is one empty row")
                        .file("in.txt", "\n")
                        .lua()
                        .flow(THROUGH_LUA)
                        .succeeds("target/out.txt", "!\n"),
                Fault.of(1, "a file without a last line end keeps its last line")
                        .file("in.txt", "a\nb")
                        .flow(COPY)
                        .succeeds("target/out.txt", "a\nb\n"),
                Fault.of(1, "a script sees the last line though it has no end")
                        .file("in.txt", "a\nb")
                        .lua()
                        .flow(THROUGH_LUA)
                        .succeeds("target/out.txt", "a!\nb!\n"),
                Fault.of(1, "CRLF ends a line as LF does")
                        .file("in.txt", "a\r\nb\rc\r\n\r\nd\r")
                        .lua()
                        .flow(THROUGH_LUA)
                        .succeeds("target/out.txt", "a!\nb\rc!\n!\nd\r!\n"),
                Fault.of(1, "CRLF ends a record as LF does")
                        .file("in.csv", "a,b\r\n1,\"x\r\ny\"\r\n2,z")
                        .flow("steps: [{read: in.csv}, {select: a}, {write: target/out.txt}]")
                        .succeeds("target/out.txt", "1\n2\n"),
                Fault.of(1, "NUL and invalid UTF-8 stay as they are")
                        .file("in.txt", lines(ODD, ODD, ODD))
                        .flow(COPY)
                        .succeeds("target/out.txt", lines(ODD, ODD, ODD)),
                Fault.of(1, "NUL and invalid UTF-8 go through scripts")
                        .file("in.txt", lines(ODD, ODD, ODD))
                        .lua()
                        .flow(THROUGH_LUA.replace(".. \"!\"", ""))
                        .succeeds("target/out.txt", lines(ODD, ODD, ODD)),
                Fault.of(1, "NUL and invalid UTF-8 go through keys and sorting")
                        .file("in.txt", lines(bytes("b\0\u00ff"), bytes("b\0"), bytes("\u00c3("), bytes("b")))
                        .flow("steps: [{read: in.txt}, {countBy: line}, {sort: line desc}, {write: target/out.txt}]")
                        .succeeds(
                                "target/out.txt",
                                lines(bytes("\u00c3(\t1"), bytes("b\0\u00ff\t1"), bytes("b\0\t1"), bytes("b\t1"))),
                Fault.of(1, "NUL and invalid UTF-8 go through a program")
                        .file("in.txt", lines(bytes("a\0b\u00ff\u00fe"), bytes("\u00c3")))
                        .flow("steps: [{read: in.txt}, {pipe: cat}, {write: target/out.txt}]")
                        .succeeds("target/out.txt", lines(bytes("a\0b\u00ff\u00fe"), bytes("\u00c3"))),
                Fault.of(1, "a column of UTF-8 that is none is told where json must write it")
                        .file("in.txt", lines(bytes("fine"), bytes("\u00ff")))
                        .flow("steps:\n  - read: in.txt\n  - write: target/out.jsonl\n")
                        .fails(Blame.DATA, "- write:", "UTF-8"),
                Fault.of(1, "a line of 100 MB is refused with its place")
                        .before(project -> longLine(project.resolve("in.txt"), HUNDRED_MEGABYTES))
                        .limit(20)
                        .flow(COPY)
                        .fails(Blame.DATA, "- read:", "in.txt: the line at byte 6 is longer than the 8388608 bytes"),
                Fault.of(1, "a line of 100 MB is refused by a worker")
                        .before(project -> longLine(project.resolve("in.txt"), HUNDRED_MEGABYTES))
                        .limit(20)
                        .lua()
                        .flow(THROUGH_LUA)
                        .fails(Blame.DATA, "- read:", "in.txt: the line at byte 6 is longer than the 8388608 bytes"),
                Fault.of(1, "a record of 100 MB is refused with its place")
                        .before(project -> longLine(project.resolve("in.csv"), HUNDRED_MEGABYTES))
                        .limit(20)
                        .flow("steps:\n  - read: in.csv\n    columns: [a]\n  - write: target/out.txt\n")
                        .fails(Blame.DATA, "- read:", "in.csv, line 2: the row is longer than the 8388608 bytes"),
                Fault.of(1, "a line of 100 MB passes where the step has the memory for it")
                        .before(project -> longLine(project.resolve("in.txt"), HUNDRED_MEGABYTES))
                        .slow()
                        .limit(60)
                        .flow("""
                                steps:
                                  - read: in.txt
                                    memory: 1gb
                                  - write: target/out.txt
                                """)
                        .succeeds("target/out.txt", longLine(HUNDRED_MEGABYTES)),
                Fault.of(1, "a line of 100 MB passes a script with the memory for it")
                        .before(project -> longLine(project.resolve("in.txt"), HUNDRED_MEGABYTES))
                        .slow()
                        .limit(60)
                        .lua()
                        .flow("""
                                defaults: {memory: 2gb}
                                steps:
                                  - read: in.txt
                                  - map: '#line'
                                  - write: target/out.txt
                                """)
                        .succeeds("target/out.txt", "5\n" + HUNDRED_MEGABYTES + "\n4\n"),
                cutShort("a compressed file that is cut short is told", gzip(100_000), ".gz"),
                cutShort("a compressed file without its last bytes is told", gzip(3), ".gz"),
                cutShort("a compressed file without its first half is told", new byte[] {31, (byte) 139, 8}, ".gz"),
                Fault.of(1, "a compressed file that is cut short is told before a script")
                        .file("in.txt.gz", gzip(100_000))
                        .lua()
                        .flow(THROUGH_LUA.replace("in.txt", "in.txt.gz"))
                        .fails(Blame.DATA, "- read:", "in.txt.gz: "),
                cutShort("a file that is not compressed as its name says is told", bytes("plain\n"), ".gz"),
                cutShort("a file that is no zstd is told", bytes("plain text\n"), ".zst"),
                cutShort("a file that is no archive is told", bytes("plain\n"), ".zip"),
                cutShort("an archive that is cut short is told", Arrays.copyOf(zip(), zip().length / 2), ".zip"),
                record("a record that is too wide is told", "in.csv", "a,b\n1,2\n1,2,3\n", "in.csv, line 3: "),
                record("a quote that is never closed is told", "in.csv", "a,b\n2,3\n1,\"2\n1,2\n", "in.csv, line 3: "),
                Fault.of(1, "a header that names two columns alike is told before the run")
                        .file("in.tsv", "a\ta\n1\t2\n")
                        .flow(COPY.replace("in.txt", "in.tsv"))
                        .refused("- read:", "in.tsv, line 1: two columns of the header have the name a"),
                record("an object that is cut short is told", "in.jsonl", "{\"a\":1}\n{\"a\":\n", "in.jsonl, line 2"),
                record("a key that nobody knows is told", "in.jsonl", "{\"a\":1}\n{\"b\":2}\n", "in.jsonl, line 2"),
                record("frames that are cut short are told", "in.msgpack", "\2\0\0\0\1\1\2\0\0", "in.msgpack"));
    }

    private static Fault cutShort(String name, byte[] content, String extension) {
        return Fault.of(1, name)
                .file("in.txt" + extension, content)
                .flow(COPY.replace("in.txt", "in.txt" + extension))
                .fails(Blame.DATA, "- read:", "in.txt" + extension + ": ");
    }

    private static Fault record(String name, String file, String content, String message) {
        return Fault.of(1, name)
                .file(file, content)
                .flow(COPY.replace("in.txt", file))
                .fails(Blame.DATA, "- read:", message);
    }

    /** A short line, a long one and a short one. */
    private static byte[] longLine(int length) {
        byte[] bytes = new byte[5 + 1 + length + 1 + 4 + 1];
        Arrays.fill(bytes, (byte) 'x');
        bytes[5] = '\n';
        bytes[6 + length] = '\n';
        bytes[bytes.length - 1] = '\n';
        return bytes;
    }

    private static void longLine(Path file, int length) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(longLine(length));
        }
    }

    /** A compressed file that lacks so many of its last bytes. */
    private static byte[] gzip(int missing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            for (int i = 0; i < 100_000; i++) {
                gzip.write(bytes(i * 7919L % 100_003 + " " + i * 104_729L % 1_000_003 + "\n"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Arrays.copyOf(out.toByteArray(), out.size() - missing);
    }

    private static byte[] zip() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a.txt"));
            zip.write(gzip(0));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
