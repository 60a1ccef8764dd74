#!/bin/bash
# Kills random processes of random flows at random moments and holds what is left against what must be; needs Linux.
# The same seed draws the same flows, shards and moments; what a moment hits depends on the machine.
#
#   gleam-engine/scripts/random-kills.sh COUNT [SEED]
#
#   GLEAM_CLASSPATH    if set, is taken instead of building the class path of the tests with Maven
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
if [ -z "${GLEAM_CLASSPATH:-}" ]; then
  GLEAM_CLASSPATH=$(cd "$root" && mvn -B -q -Dquick -pl gleam-engine -am test-compile exec:exec \
    -Dexec.classpathScope=test -Dexec.executable=echo '-Dexec.args=%classpath' |
    grep -aoE '/[^[:cntrl:]]+gleam-engine[^[:cntrl:]]+' | tail -n 1)
fi
exec java -cp "$GLEAM_CLASSPATH" io.gleamflow.faults.RandomKills "$@"
