#!/bin/bash
# One dataset, read by two steps: one arm sorts, the other streams, and both meet again in a join. With far more data than
# memory, an engine that lets one arm wait for the other would never end; this one has to within the time given.
#
#   gleam-benchmarks/scripts/diamond.sh [SIZE_MB [MEMORY_BYTES [SECONDS]]]
source "$(dirname "$0")/measure.sh"

size=${1:-300}
memory=${2:-8388608}
export GLEAM_SECONDS=${3:-1800}
rows=$((size * 1048576 / 100))

cat >diamond.yaml <<FLOW
datasets:
  rows:
    - rows: $rows
    - map: |
        return n * 7919 % $rows, ("%08d"):format(n):rep(11)
      as: [key, text]
  sorted:
    - from: rows
    - sort: [text desc]
    - map: key, text:sub(1, 8)
      as: [key, id]
  streamed:
    - from: rows
    - filter: key % 3 == 0
    - map: |
        return key, #text
      as: [key, length]
  met:
    - from: streamed
    - join: sorted
      by: key
    - write: diamond.tsv
FLOW
# the keys are those of n * 7919 modulo rows, each once unless rows is a multiple of 7919
diamondCheck() {
  awk -v rows="$rows" 'BEGIN { for (n = 1; n <= rows; n++) { k = n * 7919 % rows; if (k % 3 == 0) printf "%d\t88\t%08d\n", k, n } }' |
    sort -n -S 256M | cmp - <(tail -n +2 diamond.tsv) && echo equal to awk
}

echo "$((rows)) rows of 100 bytes, $memory bytes of memory, java ${GLEAM_JAVA:--Xmx64m}"
header
measure diamond /dev/null diamondCheck - "$memory"
