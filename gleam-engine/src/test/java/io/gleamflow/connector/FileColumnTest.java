package io.gleamflow.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.FileFormat.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileColumnTest {

    @Test
    void theFileIsTheLastColumnOfEveryRow() throws IOException {
        Rows rows = new Rows();
        byte[] file = "a,b\n1,\n2,x\n".getBytes(StandardCharsets.UTF_8);
        Formats.reader(FileFormat.of(Kind.CSV), List.of(), Rows.LONGEST)
                .read(new ByteArrayInputStream(file), RowPlace.whole("x"), new FileColumn("data/x.csv", rows));
        assertThat(rows.rows)
                .containsExactly(List.of("'1'", "nil", "'data/x.csv'"), List.of("'2'", "'x'", "'data/x.csv'"));
    }
}
