package io.gleamflow.faults;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * The flows that are killed: what they read is one text of rows, and every kind of child is in one of them. Shell code that
 * takes no notice when one of its own processes is killed would lose rows, as it would without us; so this code does.
 */
enum KillFlow {
    SORT(20_000, """
            steps:
              - read: in.tsv
                types: {number: int}
              - sort: [key, number desc, id]
              - write: target/sorted.tsv
            """),
    JOIN(8_000, """
            datasets:
              names:
                - read: in.tsv
                - filter: id:sub(-1) == "7"
                - select: [id, text]
                - rename: {text: name}
              joined:
                - read: in.tsv
                - leftOuterJoin: names
                  by: id
                - write: target/joined.csv
            """),
    LUA(15_000, """
            steps:
              - read: in.tsv
              - map: key, tonumber(number), text:len()
              - filter: _2 % 3 ~= 0
              - reduceByKey: function(a, b, x, y) return a + x, b + y end
              - write: target/sums.tsv
            """),
    LUAJIT(15_000, """
            defaults: {runtime: luajit}
            steps:
              - read: in.tsv
              - map: key, tonumber(number), text:len()
              - filter: _2 % 3 ~= 0
              - reduceByKey: function(a, b, x, y) return a + x, b + y end
              - write: target/sums.tsv
            """),
    PIPE(15_000, """
            steps:
              - read: in.tsv
              - pipe: |
                  set -o pipefail
                  cut -f 2 | tr a-z A-Z | sort
                shell: bash
              - pipe: uniq -c
                split: spaces
                as: [count, key]
              - write: target/counts.tsv
            """),
    ARGUMENTS(40, """
            steps:
              - read: in.tsv
              - pipeAsArgs: sleep 0.01 && /bin/echo "$1 $4"
                as: id
              - write: target/arguments.txt
            """),
    EXEC(20_000, """
            steps:
              - read: in.tsv
              - exec: [bash, -c, 'set -o pipefail; cat | cat']
                partitions: 2
                as: [id, key, number, text]
              - sort: [key, id]
              - write: target/framed.jsonl
            """),
    FILES(6_000, """
            steps:
              - read: in.tsv
              - write: target/files/{key}.tsv
            """),
    OUTPUTS(6_000, """
            datasets:
              all:
                - read: in.tsv
                - write: target/all.tsv.gz
                - write: target/all.jsonl
              few:
                - from: all
                - filter: tonumber(number) < 100
                - write: target/deep/few.csv
              counts:
                - from: all
                - countBy: key
                - write: target/deep/er/counts.tsv
              last:
                - from: all
                - sort: [number, id]
                - limit: 10
                - print: "%s %s %s %s"
            """),
    BACKGROUND(2_000, """
            steps:
              - read: in.tsv
              - pipe: |
                  setsid sleep 300 >/dev/null 2>&1 </dev/null &
                  sleep 300 >/dev/null 2>&1 </dev/null &
                  cat; (sleep 0.1; seq 1 1000) &
                split: none
              - write: target/late.txt
            """);

    private static final int KEYS = 24;

    private final int rows;
    private final String descriptor;

    KillFlow(int rows, String descriptor) {
        this.rows = rows;
        this.descriptor = descriptor;
    }

    String descriptor() {
        return descriptor;
    }

    /** Whether the code looks at what becomes of all its processes. */
    boolean noticesAll() {
        return this != BACKGROUND;
    }

    /** Rows of one version of the input; every key comes in every version. */
    byte[] input(int version) {
        Random random = new Random(31L * name().hashCode() + version);
        StringBuilder text = new StringBuilder("id\tkey\tnumber\ttext\n");
        for (int i = 0; i < rows; i++) {
            int key = i < KEYS ? i : random.nextInt(KEYS);
            text.append(i).append("\tkey").append((char) ('a' + key)).append('\t');
            text.append(random.nextInt(100_000)).append('\t');
            text.append("text ".repeat(1 + random.nextInt(4))).append(version).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
