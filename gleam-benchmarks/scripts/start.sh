#!/bin/bash
# How fast things start: a JVM that does nothing, a worker without input and with a task of ten lines, both without and with
# an archive of classes, and the smallest flow, by the engine alone. All are run in turns, so that a load on the machine meets
# all of them; the table has the median of processor time and of time, in milliseconds.
#
#   start.sh [ROUNDS]                     21 by default
#
# The variables of measure.sh hold here, too. The cache of the user is neither read nor written.
rounds=${1:-21}
# shellcheck source=measure.sh
. "$(dirname "$0")/measure.sh"

export XDG_CACHE_HOME=$PWD/cache
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
# line worker|training [ARCHIVE]: how the engine starts such a JVM, a word a line
line() {
  "$java" -cp "$classpath" io.gleamflow.benchmarks.WorkerLine "$@"
}
mapfile -t worker < <(line worker)
mapfile -t archived_worker < <(line worker "$PWD/classes.jsa")
mapfile -t training < <(line training "$PWD/classes.jsa")
# all but the class path, the class and its argument
empty_jvm=("${worker[@]:0:${#worker[@]}-4}" -cp . Empty)

cat >Empty.java <<'JAVA'
class Empty {
    public static void main(String[] arguments) {}
}
JAVA
"${java}c" Empty.java
seq 10 | sed 's/^/line /' >lines.txt
cat >small.yaml <<'YAML'
steps:
  - read: lines.txt
  - map: line:upper()
    as: word
  - write: ${out}/small.txt
YAML
"$java" -cp "$classpath" io.gleamflow.benchmarks.SmallTask lines.txt >task
"${training[@]}" 2>training.log

# flow OPTIONS...: the engine's JVM; what the run before has written is gone
flow() {
  rm -rf target
  # shellcheck disable=SC2086
  "$java" ${GLEAM_JAVA:--Xmx64m} -cp "$classpath" io.gleamflow.benchmarks.RunFlow small.yaml 1
}

# the first run wants an archive, the second, which seems to be much later, makes one
flow >flow.log 2>&1
if ls cache/gleam/cds/*.wanted >wanted 2>&1; then
  for run in 1 2 3; do
    touch -d '5 minutes ago' cache/gleam/cds/*
    flow >>flow.log 2>&1
  done
fi
ls cache/gleam/cds/*.jsa >archive 2>&1 || echo 'the engine has made no archive' >&2

without_archive() {
  XDG_CACHE_HOME=/dev/null flow
}
worker() {
  "${worker[@]}"
}
archived_worker() {
  "${archived_worker[@]}"
}
empty_jvm() {
  "${empty_jvm[@]}"
}

TIMEFORMAT='%U %S %R'
# timed NAME INPUT COMMAND: adds a line with milliseconds of processor and time to NAME.times
timed() {
  { time "$3" <"$2" >out.log 2>err.log; } 2>&1 | awk '{ printf "%d %d\n", ($1 + $2) * 1000, $3 * 1000 }' >>"$1.times"
}

for ((round = 0; round < rounds; round++)); do
  timed 'empty JVM' /dev/null empty_jvm
  timed 'worker, no input' /dev/null worker
  timed 'worker, no input, archive' /dev/null archived_worker
  timed 'worker, ten lines' task worker
  timed 'worker, ten lines, archive' task archived_worker
  timed 'smallest flow' /dev/null without_archive
  timed 'smallest flow, archive' /dev/null flow
done

median() {
  cut -d' ' -f"$2" "$1.times" | sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'
}
printf '%-28s %8s %8s\n' "median of $rounds" 'cpu ms' 'ms'
for name in 'empty JVM' 'worker, no input' 'worker, no input, archive' 'worker, ten lines' \
  'worker, ten lines, archive' 'smallest flow' 'smallest flow, archive'; do
  printf '%-28s %8s %8s\n' "$name" "$(median "$name" 1)" "$(median "$name" 2)"
done
