# What compare and profile.sh share: `here`, `work` and `java` are set by them.

die() {
  echo "$(basename "$0"): $*" >&2
  exit 1
}

[ -f "$here/target/classpath" ] || die "build first: mvn package -Dquick -Pbenchmarks -pl gleam-lua,gleam-engine,gleam-benchmarks"
classpath=$here/target/classes:$(cat "$here/target/classpath")
peers=$here/peers
mkdir -p "$work/bin" "$work/tmp"
work=$(cd "$work" && pwd)
for source in "$here/measure/measure.c" "$peers"/*.c; do
  gcc -O2 -o "$work/bin/$(basename "$source" .c)" "$source"
done

# What rows.bash says of a row.
source "$here/rows.bash"

# rows: the names of all
rows() {
  sed -n 's/^row_\(.*\)() {$/\1/p' "$here/rows.bash" | tr _ -
}
# prepare ROW SIZE: makes its input, and says what commands it has
prepare() {
  row=$1
  size=$2
  [ "$(type -t "row_${row//-/_}")" = function ] || die "there is no row $row; these are: $(rows | paste -s -d ' ')"
  data=$work/$size
  mkdir -p "$data/target"
  cd "$data"
  declare -gA commands=() outputs=() tidy=()
  order=() inputs=() title=$row ordered=no rows=0 once=no
  "row_${row//-/_}"
}
# input KIND SIZE FILE: makes the file unless it is there
input() {
  local file=$data/$3
  inputs+=("$file")
  if [ ! -f "$file" ] || [ -n "$(find "$here/target/classes/io/gleamflow/benchmarks/data" -newer "$file" -print -quit)" ]; then
    java -XX:+UseSerialGC -cp "$classpath" io.gleamflow.benchmarks.data.Generate "$1" "$2" "$file.part"
    mv "$file.part" "$file"
  fi
}
# flow NAME OUTPUT [PARTITIONS [TIDY]]: gleam's side; TIDY makes of its output, on standard input, what all must agree on
flow() {
  commands[gleam]=$(gleam "$1" "${3:--}")
  outputs[gleam]=target/$2
  tidy[gleam]=${4:-cat}
}
gleam() {
  echo "java $java -cp '$classpath' io.gleamflow.benchmarks.RunFlow '$here/flows/$1.yaml' $2 $memory"
}
# peer NAME PROGRAM COMMAND [TIDY]: the command writes to $out; without its program it is left out
peer() {
  if ! command -v "$2" >/dev/null; then
    echo "$(basename "$0"): there is no $2, so $1 is left out of $row" >&2
    return
  fi
  order+=("$1")
  outputs[$1]=peer-${1// /-}
  commands[$1]=$3
  tidy[$1]=${4:-cat}
}
# target SIZE FIGURE AT_LEAST [PEER]: from that many MB on, until another target of the same figure
target() {
  printf '%s\t%s\t%s\t%s\t%s\n' "$row" "$1" "$2" "$3" "${4:--}" >>"$targets"
}
