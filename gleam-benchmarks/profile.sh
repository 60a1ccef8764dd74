#!/bin/bash
# Runs the flow of one row of the comparison under JDK Flight Recorder, the engine and its workers, and prints where the time went.
#
#   mvn package -Dquick -Pbenchmarks -pl gleam-lua,gleam-engine,gleam-benchmarks
#   gleam-benchmarks/profile.sh [OPTION...] ROW
#
#   --size MB             millions of bytes of input, 100 by default
#   --lines N             how many methods are shown, 25 by default
#   --java OPTIONS        of the engine's JVM, -Xmx512m by default
#   --work DIRECTORY      where data and recordings go, target/compare by default; the recordings, in recordings/, can be opened
#                         with any tool for them
#
# Workers on the JVM are recorded, too: the engine is told that the JDK is in a directory of links, whose `java` adds options.
# Workers of LuaJIT are not.
set -euo pipefail
export LC_ALL=C

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
size=100 lines=25 heap=-Xmx512m work=$here/target/compare chosen= memory=134217728
while (($#)); do
  case $1 in
    --size) size=$2 && shift ;;
    --lines) lines=$2 && shift ;;
    --java) heap=$2 && shift ;;
    --work) work=$2 && shift ;;
    -*) sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2 && exit 2 ;;
    *) chosen=$1 ;;
  esac
  shift
done

mkdir -p "$work"
recordings=$(cd "$work" && pwd)/recordings
rm -rf "$recordings"
mkdir -p "$recordings/engine" "$recordings/workers" "$recordings/jdk/bin"
jdk=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
ln -s "$jdk"/* "$recordings/jdk/" 2>/dev/null || true # but for bin, which is there
# Frames go to standard output, where the recorder would announce itself. A worker is halted, so its recording is what has
# been written to the repository, of which nothing is lost but the last moments.
cat >"$recordings/jdk/bin/java" <<WORKER
#!/bin/bash
options=(-XX:+UnlockDiagnosticVMOptions -XX:+DebugNonSafepoints -XX:StartFlightRecording:settings=$here/measure/profile.jfc -XX:FlightRecorderOptions:repository=$recordings/workers/\$\$)
for option; do
  [ "\$option" = -cp ] && options+=(-Xlog:jfr+startup=error:stderr)
  options+=("\$option")
done
exec '$jdk/bin/java' "\${options[@]}"
WORKER
chmod +x "$recordings/jdk/bin/java"
java="$heap -Djava.home='$recordings/jdk' -Xlog:jfr+startup=error:stderr"
java="$java -XX:+UnlockDiagnosticVMOptions -XX:+DebugNonSafepoints -XX:StartFlightRecording:settings='$here/measure/profile.jfc',dumponexit=true,filename='$recordings/engine/engine.jfr'"

source "$here/measure/setup.bash"
targets=/dev/null
prepare "${chosen:?the row to profile; one of $(rows | paste -s -d ' ')}" "$size"
cat "${inputs[@]}" >/dev/null
"$work/bin/measure" "$work/tmp/figures" bash -c "${commands[gleam]}"
read -r seconds cpu memory processes <"$work/tmp/figures"
echo "$row, $size MB: $seconds s, CPU $cpu s, $((memory / 1000)) MB in $processes processes; recording included"
rm -f "${outputs[gleam]}"
"$jdk/bin/java" -cp "$classpath" io.gleamflow.benchmarks.profile.TopMethods "$recordings" "$lines"
