package io.gleamflow.worker;

import io.gleamflow.flow.FileFormat;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@link TaskInput.Records} as a control map and back. */
final class RecordsCodec {

    private RecordsCodec() {}

    static Map<String, Object> write(TaskInput.Records records) {
        FileFormat format = records.format();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("step", TaskCodec.step(records.reader()));
        map.put(
                "format",
                Map.of(
                        "kind", format.kind().name(),
                        "separator", (int) format.separator(),
                        "encoding", format.encoding().name(),
                        "columns", format.columns(),
                        "widths", format.widths()));
        map.put("names", records.names());
        map.put("withFile", records.withFile());
        map.put("pieces", records.pieces().stream().map(RecordsCodec::piece).toList());
        return map;
    }

    private static Map<String, Object> piece(TaskInput.RecordPiece piece) {
        return Map.of("piece", TaskCodec.piece(piece.piece()), "shown", piece.shown());
    }

    static TaskInput.Records read(Control map) {
        Control format = map.map("format");
        return new TaskInput.Records(
                TaskCodec.step(map.map("step")),
                new FileFormat(
                        FileFormat.Kind.valueOf(format.text("kind")),
                        (char) format.integer("separator"),
                        Charset.forName(format.text("encoding")),
                        format.texts("columns"),
                        format.integers("widths")),
                map.texts("names"),
                map.bool("withFile"),
                pieces(map));
    }

    private static List<TaskInput.RecordPiece> pieces(Control map) {
        return map.maps("pieces").stream()
                .map(piece -> new TaskInput.RecordPiece(TaskCodec.piece(piece.map("piece")), piece.text("shown")))
                .toList();
    }
}
