package io.gleamflow.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.FileFormat.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "a/ORDERS.CSV.GZ, CSV, true",
        "x.tsv, TSV, false",
        "x.json.zip, JSON, true",
        "x.ndjson.zst, JSONL, true",
        "x.jsonl, JSONL, false",
        "x.msgpack, MSGPACK, false",
        "a.csv/x, TEXT, false",
        "a.csv.gz/x, TEXT, false",
        "x.gz.csv, CSV, false",
        "x.csv.bz2, TEXT, false",
        "x.zip, TEXT, true",
        "x.fixed, TEXT, false",
        "csv, CSV, false",
        "gz, TEXT, false",
        "a/csv, TEXT, false",
        "'', TEXT, false"
    })
    void aNameTellsKindAndCompression(String name, Kind kind, boolean packed) {
        assertThat(FileName.kind(name)).isEqualTo(kind);
        assertThat(FileName.isPacked(name)).isEqualTo(packed);
    }
}
