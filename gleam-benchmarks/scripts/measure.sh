# Functions of the scripts beside it, which source this file. A flow runs in a JVM of its own with little memory; the
# greatest resident memory of every process and the bytes on disk are looked at five times a second.
#
#   mvn package -Dquick -Pbenchmarks -pl gleam-lua,gleam-engine,gleam-benchmarks      first
#   GLEAM_CLASSPATH                       if set, is taken instead of that of the build
#   GLEAM_JAVA                            options of the engine's JVM, -Xmx64m by default
#   GLEAM_SECONDS                         after which a flow that has not ended is stopped and has failed; never by default
#   GLEAM_WORK                            where the data goes, a new directory by default, which is removed in the end
set -euo pipefail
export LC_ALL=C

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
classpath=${GLEAM_CLASSPATH:-$root/gleam-benchmarks/target/classes:$(cat "$root/gleam-benchmarks/target/classpath")}
if [ -n "${GLEAM_WORK:-}" ]; then
  mkdir -p "$GLEAM_WORK"
  work=$(cd "$GLEAM_WORK" && pwd)
else
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
fi
cd "$work"

# descendants PID: the process and all that it has started, one a line
descendants() {
  ps -e -o pid=,ppid= | awk -v root="$1" '
    { parent[$1] = $2 }
    END { for (p in parent) { q = p; while (q in parent && q != root && q > 1) q = parent[q]; if (q == root) print p } }'
}

# watch PID: writes to peaks, line by line, whose peak it is and how many kB
watch() {
  while [ -d "/proc/$1" ]; do
    for pid in $(descendants "$1"); do
      kind=other
      grep -qa RunFlow "/proc/$pid/cmdline" 2>/dev/null && kind=engine
      grep -qaE 'WorkerMain|main\.lua' "/proc/$pid/cmdline" 2>/dev/null && kind=worker
      awk -v kind="$kind" '/^VmHWM/ { print kind, $2 }' "/proc/$pid/status" 2>/dev/null || true
    done
    find target/gleam -name 'spill-*' -printf '%s\n' 2>/dev/null |
      awk '{ n += $1 } END { print "spilled", n / 1024 }' || true
    sleep 0.2
  done >>peaks
}

# peak KIND: the greatest of its kB, in MB
peak() {
  awk -v kind="$1" '$1 == kind && $2 > most { most = $2 } END { printf "%.0f", most / 1024 }' peaks
}

# header: the first line of the table that measure prints
header() {
  printf '%-12s %9s %9s %11s %11s %11s  %s\n' work 'input MB' seconds 'engine MB' 'worker MB' 'spilled MB' check
}

# measure NAME INPUT CHECK [PARTITIONS [MEMORY]]: runs NAME.yaml, then CHECK, which says how the result was checked
measure() {
  local name=$1 input=$2 check=$3 start end bytes verdict
  : >peaks
  bytes=$(cat $input | wc -c)
  start=$(date +%s%N)
  # shellcheck disable=SC2086
  timeout "${GLEAM_SECONDS:-0}" java ${GLEAM_JAVA:--Xmx64m} -cp "$classpath" io.gleamflow.benchmarks.RunFlow "$name.yaml" "${4:--}" "${5:--}" \
    >"$name.log" 2>&1 &
  local pid=$!
  watch "$pid" &
  local watcher=$!
  if ! wait "$pid"; then
    echo "$name failed, or did not end in time:" >&2
    cat "$name.log" >&2
    wait "$watcher"
    return 1
  fi
  end=$(date +%s%N)
  wait "$watcher"
  verdict=$($check) || verdict="WRONG: $verdict"
  printf '%-12s %9d %9.1f %11s %11s %11s  %s\n' "$name" $((bytes / 1048576)) \
    "$(((end - start) / 1000000))e-3" "$(peak engine)" "$(peak worker)" "$(peak spilled)" "$verdict"
  [ "${verdict#WRONG}" = "$verdict" ]
}
