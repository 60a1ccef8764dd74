package io.gleamflow.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {

    @TempDir
    private Path project;

    private Path state;
    private Path out;

    @BeforeEach
    void directories() throws IOException {
        project = project.toRealPath();
        state = project.resolve("state");
        out = Files.createDirectory(project.resolve("out"));
    }

    private static void write(Publication publication, Path target, String text) throws IOException {
        Files.writeString(publication.stage(target), text);
    }

    private void publish(Path target, String text) throws IOException {
        try (Publication publication = Publication.open(state)) {
            write(publication, target, text);
            publication.commit();
        }
    }

    private static List<Path> filesUnder(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void assertNothingIsLeft(Path... expected) throws IOException {
        assertThat(filesUnder(project)).containsExactly(expected);
    }

    @Test
    void outputsAppearTogetherAtTheEnd() throws IOException {
        Path a = Files.writeString(out.resolve("a"), "old");
        Path b = out.resolve("b");
        try (Publication publication = Publication.open(state)) {
            write(publication, a, "new a");
            write(publication, b, "new b");
            assertThat(a).hasContent("old");
            assertThat(b).doesNotExist();
            publication.commit();
            assertThat(a).hasContent("new a");
            assertThat(b).hasContent("new b");
        }
        assertNothingIsLeft(a, b);
    }

    @Test
    void withoutCommitNothingIsTouchedAndNothingIsLeft() throws IOException {
        Path a = Files.writeString(out.resolve("a"), "old");
        Path deep = project.resolve("new/er/est/b");
        Publication publication = Publication.open(state);
        write(publication, a, "new a");
        write(publication, deep, "new b");
        publication.close();
        publication.close();
        assertThat(a).hasContent("old");
        assertThat(project.resolve("new")).doesNotExist();
        assertNothingIsLeft(a);
        assertThatThrownBy(publication::commit).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDirectoryThatSomeoneElseUsesMeanwhileIsKept() throws IOException {
        Publication publication = Publication.open(state);
        write(publication, project.resolve("new/er/b"), "b");
        Path other = Files.writeString(project.resolve("new/other"), "mine");
        publication.close();
        assertNothingIsLeft(other);
    }

    @Test
    void missingDirectoriesAreMade() throws IOException {
        publish(out.resolve("x/y/z"), "text");
        assertThat(out.resolve("x/y/z")).hasContent("text");
    }

    @Test
    void aFileWithTheSameBytesIsNotTouched() throws IOException {
        Path a = Files.writeString(out.resolve("a"), "same");
        FileTime time = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(a, time);
        publish(a, "same");
        assertThat(Files.getLastModifiedTime(a)).isEqualTo(time);
        assertNothingIsLeft(a);
    }

    @Test
    void linksAreFollowedAlsoIntoNothing() throws IOException {
        Path real = Files.writeString(project.resolve("real"), "old");
        Path link = Files.createSymbolicLink(out.resolve("link"), Path.of("../real"));
        Path dangling = Files.createSymbolicLink(out.resolve("dangling"), Path.of("../made/later"));
        publish(link, "new");
        publish(dangling, "there");
        assertThat(link).isSymbolicLink().hasContent("new");
        assertThat(real).hasContent("new");
        assertThat(dangling).isSymbolicLink().hasContent("there");
        Path round = Files.createSymbolicLink(out.resolve("round"), Path.of("round"));
        try (Publication publication = Publication.open(state)) {
            assertThatThrownBy(() -> publication.stage(round))
                    .isInstanceOf(SourceException.class)
                    .hasMessage("cannot write " + round + ": too many links");
        }
    }

    @Test
    void permissionsOfTheOldFileAreKeptAndHoldWhileWriting() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no POSIX permissions");
        Path a = Files.writeString(out.resolve("a"), "old");
        Set<PosixFilePermission> secret = PosixFilePermissions.fromString("rwx--x---");
        Files.setPosixFilePermissions(a, secret);
        Path fresh = Files.createFile(out.resolve("fresh"));
        try (Publication publication = Publication.open(state)) {
            Path staged = publication.stage(a);
            assertThat(Files.getPosixFilePermissions(staged)).isEqualTo(secret);
            Files.writeString(staged, "new");
            write(publication, out.resolve("b"), "b");
            publication.commit();
        }
        assertThat(Files.getPosixFilePermissions(a)).isEqualTo(secret);
        assertThat(Files.getPosixFilePermissions(out.resolve("b"))).isEqualTo(Files.getPosixFilePermissions(fresh));
    }

    @Test
    void whatCannotBeReplacedIsRefusedByName() throws IOException {
        Path plain = Files.writeString(out.resolve("plain"), "");
        Path readOnly = Files.writeString(out.resolve("read-only"), "old");
        assumeTrue(readOnly.toFile().setWritable(false, false), "no read-only files");
        try (Publication publication = Publication.open(state)) {
            assertRefused(publication, out, out + " is a directory");
            assertRefused(publication, plain.resolve("x"), plain + " is not a directory");
            assertRefused(publication, readOnly, readOnly + " is read-only");
            publication.stage(out.resolve("a"));
            assertRefused(publication, project.resolve("out/../out/a"), "two outputs write to " + out.resolve("a"));
        }
        assertNothingIsLeft(plain, readOnly);
        assertThat(readOnly).hasContent("old");
    }

    @Test
    void devicesAreNoOutputs() throws IOException {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device), "no /dev/null");
        try (Publication publication = Publication.open(state)) {
            assertRefused(publication, device, "/dev/null is not a plain file");
        }
    }

    @Test
    void aDirectoryWhereNobodyMayWriteIsNamed() throws IOException {
        Path directory = Files.isDirectory(Path.of("/proc/self")) ? Path.of("/proc") : Path.of("/");
        assumeTrue(directory.getNameCount() == 1, "no directory that refuses root");
        try (Publication publication = Publication.open(state)) {
            assertThatThrownBy(() -> publication.stage(directory.resolve("gleam-output")))
                    .isInstanceOf(SourceException.class)
                    .hasMessageStartingWith("cannot write /proc/gleam-output: ");
        }
        assertNothingIsLeft();
    }

    private static void assertRefused(Publication publication, Path target, String reason) {
        assertThatThrownBy(() -> publication.stage(target))
                .isInstanceOf(SourceException.class)
                .hasMessage("cannot write " + target + ": " + reason);
    }

    @Test
    void aTargetThatBecameADirectoryFailsBeforeAnythingIsPublished() throws IOException {
        Path a = Files.writeString(out.resolve("a"), "old");
        Path b = out.resolve("b");
        try (Publication publication = Publication.open(state)) {
            write(publication, a, "new a");
            write(publication, b, "new b");
            Files.createDirectory(b);
            assertThatThrownBy(publication::commit).hasMessage("cannot write " + b + ": " + b + " is a directory");
        }
        assertNothingIsLeft(a);
        assertThat(a).hasContent("old");
    }

    @Test
    void aStagedFileThatIsGoneFailsBeforeAnythingIsPublished() throws IOException {
        Path a = Files.writeString(out.resolve("a"), "old");
        try (Publication publication = Publication.open(state)) {
            write(publication, a, "new a");
            Files.delete(publication.stage(out.resolve("b")));
            assertThatThrownBy(publication::commit).hasMessageContaining("is gone");
        }
        assertNothingIsLeft(a);
    }

    @Test
    void namesOfAnyLengthAndScriptAreStaged() throws IOException {
        Path longest = out.resolve("n".repeat(255));
        Path strange = out.resolve("ein % Name\nmit \"Zeilen\" é😀");
        publish(longest, "1");
        publish(strange, "2");
        try (Publication left = Publication.open(state)) {
            write(left, strange, "3");
        }
        assertThat(longest).hasContent("1");
        assertThat(strange).hasContent("2");
    }

    @Test
    void runsAtTheSameTimeDoNotDisturbEachOther() throws IOException {
        Path a = out.resolve("a");
        Publication first = Publication.open(state);
        Publication second = Publication.open(state);
        write(first, a, "first");
        write(second, a, "second");
        Publication.recover(state);
        first.commit();
        Publication.recover(state);
        assertThat(a).hasContent("first");
        second.commit();
        assertThat(a).hasContent("second");
        first.close();
        second.close();
        assertNothingIsLeft(a);
    }

    @Test
    void aSpoiltJournalIsUndoneAsFarAsItCanBeRead() throws IOException {
        Path a = Files.writeString(out.resolve("a"), "old");
        Path staged = Files.writeString(out.resolve(".a.gleam-1-2-0-0.tmp"), "new");
        Path innocent = Files.writeString(out.resolve("innocent"), "mine");
        Files.createDirectories(state);
        String text = "stage " + staged.toUri() + " " + a.toUri() + "\n";
        String cut = "stage " + innocent.toUri() + " " + a.toUri() + "\nstage %%% x\nstage " + staged.toUri();
        Files.writeString(state.resolve("1-2-0.left"), text + cut + "\ncomplete 12345\n");
        Publication.recover(state);
        Publication.recover(project.resolve("no-such-directory"));
        assertNothingIsLeft(a, innocent);
        assertThat(a).hasContent("old");
    }
}
