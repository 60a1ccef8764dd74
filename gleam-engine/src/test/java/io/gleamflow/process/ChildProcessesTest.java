package io.gleamflow.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChildProcessesTest {

    @TempDir
    private Path work;

    private ChildProcesses children;
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void open() throws IOException {
        Shells.assumeGroups();
        children = ChildProcesses.open(work);
    }

    @AfterEach
    void close() {
        if (children != null) {
            children.close();
        }
    }

    private Child start(String script) throws IOException {
        return children.start(Shells.script(work, "child", script), heard::add);
    }

    @Test
    void bytesPassThroughUnchanged() throws Exception {
        byte[] all = new byte[256 * 1024];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) ((i * 31) >> 3);
        }
        Child child = start("exec cat");
        Thread feed = new Thread(() -> {
            try (OutputStream in = child.stdin()) {
                in.write(all);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        feed.start();
        assertThat(child.stdout().readAllBytes()).isEqualTo(all);
        assertThat(child.await().isSuccess()).isTrue();
        feed.join();
    }

    @Test
    void whatIsWrittenReachesTheChildAtOnce() throws Exception {
        Child child = start("read line; echo got $line; exec cat");
        child.stdin().write("a\n".getBytes(UTF_8));
        assertThat(child.stdout().readNBytes(6)).isEqualTo("got a\n".getBytes(UTF_8));
    }

    @Test
    void statusAndStandardErrorTellOfAFailure() throws Exception {
        Child child = start("echo one >&2; printf 'zwei \\303\\251' >&2; exit 3");
        assertThat(child.stdout().readAllBytes()).isEmpty();
        assertThat(child.await()).hasToString("exit status 3");
        assertThat(child.await().isSuccess()).isFalse();
        assertThat(child.lastErrors()).containsExactly("one", "zwei é");
        assertThat(heard).containsExactly("one", "zwei é");
    }

    @Test
    void aFloodOfStandardErrorDoesNotBlockAndItsEndIsKept() throws Exception {
        Child child =
                start("i=0; while [ $i -lt 100 ]; do seq 1 20000 >&2; i=$((i+1)); done; echo done; echo last >&2");
        assertThat(child.stdout().readAllBytes()).isEqualTo("done\n".getBytes(UTF_8));
        child.await();
        List<String> last = child.lastErrors();
        assertThat(last.get(0)).matches("\\(\\d{8} bytes before this\\)");
        assertThat(last.get(last.size() - 1)).isEqualTo("last");
        assertThat(last.get(last.size() - 2)).isEqualTo("20000");
        assertThat(String.join("\n", last)).hasSizeBetween(60_000, StderrDrain.TAIL + 100);
        assertThat(heard).hasSize(2_000_001);
    }

    @Test
    void whatAChildWroteBeforeItsEndCanBeReadLater() throws Exception {
        Child child = start("seq 1 5000; seq 1 5000 >&2; exit 4");
        assertThat(child.await().code()).isEqualTo(4);
        assertThat(child.stdout().readAllBytes()).hasSize(23_893);
        assertThat(child.lastErrors()).hasSize(5000);
    }

    @Test
    void aListenerThatThrowsDoesNotStopTheChild() throws Exception {
        Child child = children.start(Shells.script(work, "child", "seq 1 100000 >&2; echo done"), line -> {
            throw new IllegalStateException("broken log");
        });
        assertThat(child.stdout().readAllBytes()).isEqualTo("done\n".getBytes(UTF_8));
        assertThat(child.await().isSuccess()).isTrue();
    }

    @Test
    void aChildThatIgnoresItsInputIsTheConsumerThatIsGone() throws Exception {
        Child child = start("exit 0");
        assertThatThrownBy(() -> {
                    byte[] rows = new byte[64 * 1024];
                    while (true) {
                        child.stdin().write(rows);
                    }
                })
                .isInstanceOf(ConsumerGoneException.class)
                .hasMessage("child no longer reads its input");
        child.stdin().close();
        assertThat(child.await().isSuccess()).isTrue();
    }

    @Test
    void killingUnblocksReaderAndWriter() throws Exception {
        Child child = start("sleep 1000 & sleep 1000");
        AtomicReference<Throwable> writer = new AtomicReference<>();
        Thread feed = new Thread(() -> {
            try {
                while (true) {
                    child.stdin().write(new byte[64 * 1024]);
                }
            } catch (IOException e) {
                writer.set(e);
            }
        });
        feed.start();
        Thread killer = new Thread(child::kill);
        killer.start();
        assertThat(child.stdout().read()).isEqualTo(-1);
        feed.join();
        assertThat(writer.get()).isInstanceOf(ConsumerGoneException.class);
        assertThat(child.await()).hasToString("ended by gleam");
        killer.join();
    }

    @Test
    void someoneElsesKillIsToldApartFromOurs() throws Exception {
        Child child = start("kill -9 $$");
        assertThat(child.stdout().read()).isEqualTo(-1);
        assertThat(child.await()).hasToString("killed by SIGKILL (137) - out of memory?");
    }

    @Test
    void anInterruptedWaitLeavesTheChildAlone() throws Exception {
        Child child = start("exec sleep 1000");
        Thread.currentThread().interrupt();
        assertThatThrownBy(child::await).isInstanceOf(InterruptedException.class);
        assertThat(Shells.lives(child.pid())).isTrue();
    }

    @Test
    void closingIsNotHinderedByAnInterruption() throws Exception {
        Child child = start("exec sleep 1000");
        Thread.currentThread().interrupt();
        children.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(Shells.lives(child.pid())).isFalse();
    }

    @Test
    void environmentIsWhatTheCommandSays() throws Exception {
        Command command = new Command(
                "env", List.of("sh", "-c", "echo \"$A ${HOME-unset}\""), Map.of("A", "b=c"), Set.of("HOME"), work);
        Child child = children.start(command, heard::add);
        assertThat(child.stdout().readAllBytes()).isEqualTo("b=c unset\n".getBytes(UTF_8));
    }

    @Test
    void whatCannotStartIsNamed() throws IOException {
        Path plain = Files.writeString(work.resolve("plain"), "echo");
        assertThatThrownBy(() -> start(work, "no-such-program"))
                .isInstanceOf(IOException.class)
                .hasMessage("Cannot start step: no program 'no-such-program' on the PATH");
        assertThatThrownBy(() -> start(work, "./nothing"))
                .hasMessage("Cannot start step: there is no program " + work.resolve("./nothing"));
        assertThatThrownBy(() -> start(work, plain.toString()))
                .hasMessage("Cannot start step: " + plain + " is not executable");
        assertThatThrownBy(() -> start(work.resolve("missing"), "sh"))
                .hasMessage("Cannot start step: there is no directory " + work.resolve("missing"));
        assertThatThrownBy(() -> start(work, "echo", "a\0b")).hasMessageContaining("null character");
        assertThatThrownBy(() -> start(work, "echo", "x".repeat(200_000)))
                .hasMessage("Cannot start step: an argument or the environment is too long");
        assertThatThrownBy(
                        () -> children.start(new Command("step", List.of("sh"), Map.of("a=b", "c"), work), heard::add))
                .isInstanceOf(IOException.class)
                .hasMessage("Cannot start step: its environment has an invalid variable");
    }

    private Child start(Path directory, String... argv) throws IOException {
        return children.start(new Command("step", List.of(argv), Map.of(), directory), heard::add);
    }

    @Test
    void nothingStartsAfterTheEnd() {
        children.killAll();
        assertThatThrownBy(() -> start(work, "true"))
                .isInstanceOf(IOException.class)
                .hasMessage("The run is being ended");
    }

    @Test
    void onlyADirectoryOfItsOwnIsAWorkDirectory() {
        assertThatThrownBy(() -> ChildProcesses.open(Path.of("/"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ChildProcesses.open(work.resolve("missing"))).isInstanceOf(IOException.class);
    }
}
