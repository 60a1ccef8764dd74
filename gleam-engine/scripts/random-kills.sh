#!/bin/bash
# Kills random processes of random flows at random moments and holds what is left against what must be; needs Linux.
# The same seed draws the same flows, shards and moments; what a moment hits depends on the machine.
#
#   gleam-engine/scripts/random-kills.sh COUNT [SEED]
#
#   GLEAM_CLASSPATH    the class path of the tests; if set, Maven is not asked to build and run them
set -euo pipefail
if [ -n "${GLEAM_CLASSPATH:-}" ]; then
  exec java -cp "$GLEAM_CLASSPATH" io.gleamflow.faults.RandomKills "$@"
fi
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
exec mvn -B -pl gleam-lua,gleam-engine test -Dtest=RandomKillsTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dgleam.kills="${1:?how many kills}" -Dgleam.kills.seed="${2:-20261124}"
