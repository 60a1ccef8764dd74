#!/bin/bash
# What flows that are up to date cost a build, and what the smallest flow does: the median time of `mvn gleam:run` beside
# that of `mvn validate` in the same project, one after the other, so that both meet the same machine. In milliseconds: what
# the clock says, how much more that is, for each flow, and how much more the processors had to do, workers and all. On a
# machine with other work only the last tells something.
#
#   mvn install -Dquick            first
#   gleam-benchmarks/scripts/up-to-date.sh [ROUNDS]      7 by default; the first of each is not counted
#   GLEAM_MVN                      how Maven is called, `mvn` by default
#   GLEAM_FLOWS                    for how many flows, `1 20 200` by default
#   GLEAM_LARGE                    megabytes of the largest input, 50 by default
set -euo pipefail
export LC_ALL=C MAVEN_OPTS=${MAVEN_OPTS:--XX:TieredStopAtLevel=1 -XX:+UseSerialGC}

rounds=${1:-7}
read -ra mvn <<<"${GLEAM_MVN:-mvn}"
version=$(sed -n '/<artifactId>gleam-parent/{n;s/.*>\(.*\)<.*/\1/p;}' "$(dirname "${BASH_SOURCE[0]}")/../../pom.xml")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# project DIRECTORY: a POM with the plugin, which no phase calls
project() {
  mkdir -p "$1/src/main/gleam" "$1/data"
  cat >"$1/pom.xml" <<POM
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>up.to.date</groupId>
  <artifactId>$1</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <build>
    <plugins>
      <plugin>
        <groupId>io.gleamflow</groupId>
        <artifactId>gleam-maven-plugin</artifactId>
        <version>$version</version>
      </plugin>
    </plugins>
  </build>
</project>
POM
}

# rows FILE MEGABYTES: orders of some customers
rows() {
  awk -v bytes="$(($2 * 1000000))" 'BEGIN {
    print "id,customer,total"
    for (i = 1; n < bytes; i++) { row = i ",customer" i % 997 "," i % 1000 / 10; n += length(row) + 1; print row }
  }' >"$1"
}

# flow FILE DATA: one of middling length, with all that has to be looked at
flow() {
  cat >"$1" <<FLOW
description: Sums of large orders
params:
  least: 3
functions: |
  function isLarge(total) return total >= params.least end
steps:
  - read: $2
    types: {total: number}
  - filter: isLarge(total)
  - map: |
      local name = customer:upper()
      return name, total * 2
    as: [customer, total]
  - groupBy: customer
  - map: |
      local sum = 0
      for _, row in ipairs(rows) do sum = sum + row.total end
      return customer, sum
    as: [customer, sum]
  - sort: sum desc
  - write: \${out}/$(basename "$1" .yaml).csv
FLOW
}

# run DIRECTORY ARGUMENTS...: milliseconds by the clock, and of the processors
run() {
  local TIMEFORMAT='%R %U %S' directory=$1
  shift
  { time { (cd "$directory" && "${mvn[@]}" -o -B -q "$@") >"$work/log" 2>&1 || cat "$work/log"; }; } 2>&1 |
    awk 'NF == 3 && /^[0-9. ]+$/ { print $1 * 1000, ($2 + $3) * 1000; next } { print >"/dev/stderr"; bad = 1 } END { exit bad }'
}

# median COLUMN FILE
median() {
  awk -v column="$1" '{ print $column }' "$2" | sort -n |
    awk '{ all[NR] = $1 } END { print (all[int((NR + 1) / 2)] + all[int(NR / 2) + 1]) / 2 }'
}

# compare DIRECTORY FLOWS WORK ARGUMENTS...: a line of the table
compare() {
  local directory=$1 flows=$2 name=$3 i
  shift 3
  for ((i = 0; i <= rounds; i++)); do
    run "$directory" validate >>"$work/plain"
    run "$directory" "$@" >>"$work/goal"
    # the first of each warms the caches of the machine
    ((i > 0)) || rm "$work/plain" "$work/goal"
  done
  awk -v name="$name" -v flows="$flows" \
    -v plain="$(median 1 "$work/plain")" -v goal="$(median 1 "$work/goal")" \
    -v plainWork="$(median 2 "$work/plain")" -v goalWork="$(median 2 "$work/goal")" 'BEGIN {
      more = goal - plain
      printf "%-22s %8.0f %9.0f %6.0f %8.1f %10.0f\n", name, plain, goal, more, more / flows, goalWork - plainWork
    }'
  rm "$work/plain" "$work/goal"
}

printf '%-22s %8s %9s %6s %8s %10s\n' work validate gleam:run more 'a flow' processors
for n in ${GLEAM_FLOWS:-1 20 200}; do
  project "flows$n"
  for ((i = 1; i <= n; i++)); do
    rows "flows$n/data/orders$i.csv" $((i == 1 ? ${GLEAM_LARGE:-50} : 1))
    flow "flows$n/src/main/gleam/orders$i.yaml" "data/orders$i.csv"
  done
  run "flows$n" gleam:run -Dgleam.parallel=2 >/dev/null
  (cd "flows$n" && "${mvn[@]}" -o -B gleam:run) >"$work/log"
  [ "$(grep -c 'up to date' "$work/log")" = "$n" ] || { cat "$work/log"; exit 1; }
  compare "flows$n" "$n" "$n up to date" gleam:run
done

project smallest
printf 'b\na\n' >smallest/data/lines.txt
cat >smallest/src/main/gleam/smallest.yaml <<'FLOW'
description: The smallest flow

steps:
  - read: data/lines.txt
  - map: |
      function(line)
        return line:upper()
      end
  - write: ${out}/upper.txt
FLOW
compare smallest 1 'smallest, runs' gleam:run -Dgleam.force
compare smallest 1 'smallest, up to date' gleam:run
