package io.gleamflow.fuzz;

import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.FileFormat.Kind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Good files of each format, to be damaged. */
final class FileSeeds {

    private FileSeeds() {}

    static FileFormat format(Kind kind, Charset encoding) {
        return new FileFormat(
                kind,
                ',',
                encoding,
                kind == Kind.FIXED ? List.of("a", "b") : List.of(),
                kind == Kind.FIXED ? List.of(2, 6) : List.of());
    }

    static List<byte[]> of(Kind kind, Charset encoding) {
        return texts(kind)
                .map(text -> text.getBytes(kind == Kind.MSGPACK ? StandardCharsets.ISO_8859_1 : encoding))
                .toList();
    }

    private static Stream<String> texts(Kind kind) {
        return switch (kind) {
            case CSV ->
                Stream.of(
                        "a,b\n1,\"x\ny\"\n,\"\"\"\"\n\"\",é\r\n".repeat(3),
                        "a\n1\n\n\"\"\n",
                        "\ufeffa,b,c\r\n1,2,3\r\n",
                        "n,n2\r1,2\r3,4\r",
                        "a,b\n" + "1,\"".repeat(30));
            case TSV -> Stream.of("a\tb\n1\t\n\té\r\n".repeat(3), "a\n1\n\n2\n", "\ufeffa\tb\n\n1\t2");
            case JSON ->
                Stream.of(
                        "[{\"a\":1,\"b\":\"\\u00e9\\n\"},\n{\"b\":[1.5e3,{\"k\":null}]},{\"a\":-12345678901234567890}]",
                        "{\"a\":[[[[]]]]}",
                        "[[1,2],[true,\"\\ud83d\\ude00\"],[1e308,\"\"]]",
                        "[" + "[".repeat(120) + "]".repeat(120) + "]",
                        "[" + "9".repeat(999) + ",1." + "9".repeat(990) + "]");
            case JSONL ->
                Stream.of(
                        "{\"a\":1,\"b\":\"é\"}\n{\"a\":[true,{}]}\n\n{\"b\":18446744073709551615}\n",
                        "1\n\"x\"\nnull\n",
                        "[1,[2]]\n[{\"a\":{}},2]\r\n",
                        "{\"a\":" + "[".repeat(127) + "]".repeat(127) + "}\n");
            case MSGPACK ->
                Stream.of(
                        "\4\0\0\0\1\2\3\4\0\0\0\0\5\0\0\0\u0092\1\u0081\2\3\3\0\0\0\u00a2xy",
                        "\u0009\0\0\0\u00cf\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff");
            case FIXED, TEXT ->
                Stream.of("abcdefgh\n12 4\n\né    \r\n", "\ufeff\ud83d\ude00\ud83d\ude00b\n", "\t\n \n");
        };
    }
}
