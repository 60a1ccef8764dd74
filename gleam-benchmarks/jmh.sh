#!/bin/bash
# The benchmarks of pieces under JMH, two minutes for all of them; arguments are those of JMH, such as names and -prof gc.
#
#   mvn package -Dquick -Pbenchmarks -pl gleam-lua,gleam-engine,gleam-benchmarks
#   gleam-benchmarks/jmh.sh [ARGUMENT...]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
exec java -cp "$here/target/classes:$(cat "$here/target/classpath")" org.openjdk.jmh.Main "$@"
