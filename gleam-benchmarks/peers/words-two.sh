#!/bin/bash
# Word count by two processes of LuaJIT, each with half of the file, which is cut at the end of a line.
#   words-two.sh FILE OUTPUT
set -eu
here=$(dirname "$0")
size=$(stat -c %s "$1")
half=$((size / 2))
rest=$(tail -c +$((half + 1)) "$1" | head -n 1 | wc -c)
cut=$((half + rest))
head -c "$cut" "$1" | luajit "$here/words.lua" >"$2.1" &
first=$!
tail -c +$((cut + 1)) "$1" | luajit "$here/words.lua" >"$2.2" &
second=$!
wait "$first"
wait "$second"
luajit "$here/merge.lua" "$2.1" "$2.2" >"$2"
rm "$2.1" "$2.2"
