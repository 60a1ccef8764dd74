#!/bin/bash
# Word count of a text file by gleam and by its peers: the answers compared, then medians and ratios of the times.
#
#   mvn install -Dquick
#   gleam-benchmarks/word-count.sh FILE [RUNS]
#
# Times are those of whole commands, so Maven's own start is in gleam's; `mvn -version` is shown for comparison.
set -euo pipefail
export LC_ALL=C

text=$(realpath "${1:?the text file to count}")
runs=${2:-3}
version=0.1.0-SNAPSHOT
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >words.yaml <<'FLOW'
params:
  text: {required: true}
steps:
  - read: ${text}
  - flatMap: |
      function(line)
        return line:gmatch("%w+")
      end
  - map: |
      function(word)
        return word, 1
      end
  - reduceByKey: |
      function(x, y)
        return x + y
      end
  - write: gleam.txt
FLOW

gleam() {
  mvn -B -q -o "io.gleamflow:gleam-maven-plugin:$version:run" -Dgleam.file=words.yaml "-Dgleam.param.text=$text"
}
shell() {
  tr -cs 'A-Za-z0-9' '\n' <"$text" | sed '/^$/d' | sort | uniq -c | awk '{print $2 "\t" $1}' >shell.txt
}
mawk_() {
  mawk '{ gsub(/[^A-Za-z0-9]+/, " "); for (i = 1; i <= NF; i++) n[$i]++ }
        END { for (w in n) print w "\t" n[w] }' "$text" | sort >mawk.txt
}
maven() {
  mvn -version >/dev/null
}

# median NAME: runs a peer several times and prints the seconds of the run in the middle
median() {
  for ((i = 0; i < runs; i++)); do
    local start end
    start=$(date +%s%N)
    "$1" >/dev/null
    end=$(date +%s%N)
    echo $(((end - start) / 1000000))
  done | sort -n | awk '{ t[NR] = $1 } END { printf "%.2f", t[int((NR + 1) / 2)] / 1000 }'
}

declare -A seconds
for peer in gleam shell mawk_ maven; do
  seconds[$peer]=$(median "$peer")
done

cmp gleam.txt shell.txt
cmp gleam.txt mawk.txt
echo "$(wc -c <"$text") bytes, $(wc -l <gleam.txt) words, the same from all; medians of $runs runs on $(nproc) cores"
for peer in gleam shell mawk_ maven; do
  awk -v peer="${peer%_}" -v s="${seconds[$peer]}" -v gleam="${seconds[gleam]}" \
    'BEGIN { printf "%-8s %8.2f s   gleam takes %.2f times as long\n", peer, s, gleam / s }'
done
