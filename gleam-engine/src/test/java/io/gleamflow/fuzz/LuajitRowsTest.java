package io.gleamflow.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.MalformedRowException;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.ValueWriter;
import io.gleamflow.script.LuaCodec;
import io.gleamflow.wire.FrameOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luaj.vm2.LuaError;

/** The worker on LuaJIT takes the rows that the one on the JVM takes, refuses the others, and reads the same values. */
class LuajitRowsTest {

    private static final int ROWS = 20_000;

    private static final Path PARTS = Path.of("src/main/resources/io/gleamflow/worker/luajit");
    private static final int MINUTES = 2;

    /** Reads frames from standard input and says for each what came of it. */
    private static final String HARNESS = """
            require("jit.opt").start(2)
            local directory = arg[1]
            local function part(name, ...) return assert(loadfile(directory .. "/" .. name .. ".lua"))(...) end
            local Bytes = part("bytes")
            local Int64 = part("int64")
            local shapes = part("shapes")
            local encode = part("encode", Bytes, Int64, shapes)
            local failure = part("failure", Bytes, encode, shapes)
            local messagepack = part("messagepack", Int64, shapes, failure)
            local system = part("system", failure)
            local Row = part("row", Bytes, messagepack, encode)
            local frames = part("frames", system, Bytes, encode, failure)
            local row, out = Row.new(), Bytes.new(64)
            local function refused(problem)
              return type(problem) == "table" and problem.blame == "DATA" and "refused" or "DEFECT " .. tostring(problem)
            end
            function encode.refuse() error({ blame = "DATA" }, 0) end
            local function column(bytes, from, to)
              local ok, value = pcall(messagepack.decode, bytes, from, to)
              if not ok then return refused(value) end
              out.length = 0
              local written, problem = pcall(encode.value, out, value)
              if not written then return refused(problem) end
              return (out:text(0, out.length):gsub(".", function(c) return ("%02x"):format(c:byte()) end))
            end
            local input = frames.Input.new(0)
            while true do
              local kind, bytes, from, to = input:next()
              if not kind then break end
              local ok, problem = pcall(row.set_bytes, row, bytes, from, to)
              local said = {}
              if ok then
                for i = 1, row.width do said[i] = column(row.bytes, row.starts[i], row.ends[i]) end
              else
                said[1] = "no row: " .. refused(problem)
              end
              io.write(table.concat(said, " "), "\\n")
              io.flush()
            end
            """;

    @TempDir
    Path directory;

    private final RowCursor cursor = new RowCursor();

    @Test
    void bothWorkersTakeTheSameRows() throws Exception {
        PackedRows packed = new PackedRows();
        List<byte[]> rows = new ArrayList<>();
        for (int i = 0; i < Fuzz.inputs(ROWS); i++) {
            byte[] row = packed.make(Fuzz.random("luajit", i));
            if (row.length > 0) {
                rows.add(row);
            }
        }
        agree(rows);
    }

    /** LuaJIT keeps values in the bits of NaNs: these would be {@code false}, or the address of a table that is none. */
    @Test
    void numbersThatAreNoneAreNeverOtherValues() throws Exception {
        agree(Stream.of(
                        "cbffff000000000000",
                        "cbfffd800000001234",
                        "cb7ff0000000000001",
                        "cb7ff0000000000000",
                        "cbfff0000000000000",
                        "caffffffff",
                        "caffd1c5c1",
                        "ca7f800000",
                        "caff800000",
                        "81cb7ff800000000000001",
                        "81c001")
                .map(HexFormat.of()::parseHex)
                .toList());
    }

    @Test
    void bothWorkersRefuseTheSameDepth() throws Exception {
        agree(Stream.of(127, 128, 129, 130)
                .flatMap(depth -> Stream.of("90", "01", "a161", "80", "c0").map(leaf -> "91".repeat(depth) + leaf))
                .map(HexFormat.of()::parseHex)
                .toList());
    }

    private void agree(List<byte[]> rows) throws IOException, InterruptedException {
        assumePresent();
        Path file = directory.resolve("rows");
        try (FrameOutput out = new FrameOutput(Files.newOutputStream(file))) {
            for (byte[] row : rows) {
                out.row(row, 0, row.length);
            }
        }
        List<String> said = run(file);
        for (int i = 0; i < rows.size(); i++) {
            byte[] row = rows.get(i);
            String told = i < said.size() ? said.get(i) : "nothing, because luajit has ended";
            assertThat(told).as("row %d: %s", i, HexFormat.of().formatHex(row)).isEqualTo(onTheJvm(row));
        }
    }

    private String onTheJvm(byte[] row) {
        try {
            cursor.reset(row, 0, row.length);
        } catch (MalformedRowException e) {
            return "no row: refused";
        }
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < cursor.width(); i++) {
            Bytes out = new Bytes(64);
            try {
                LuaCodec.encode(LuaCodec.decode(row, cursor.start(i), cursor.end(i)), new ValueWriter(out));
                columns.add(HexFormat.of().formatHex(out.copy()));
            } catch (MalformedRowException | LuaError e) {
                columns.add("refused");
            }
        }
        return String.join(" ", columns);
    }

    private List<String> run(Path rows) throws IOException, InterruptedException {
        Path harness = Files.writeString(directory.resolve("harness.lua"), HARNESS);
        Path said = directory.resolve("said");
        Process process = new ProcessBuilder("luajit", harness.toString(), PARTS.toString())
                .redirectInput(rows.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("luajit does not end");
        }
        return Files.readAllLines(said, StandardCharsets.ISO_8859_1);
    }

    private static void assumePresent() throws InterruptedException {
        boolean present;
        try {
            present = new ProcessBuilder("luajit", "-v").start().waitFor() == 0;
        } catch (IOException e) {
            present = false;
        }
        Assumptions.assumeTrue(present, "luajit is not installed: nothing to compare with");
    }
}
