#!/bin/bash
# Word count by two processes of LuaJIT, each with half of the file, and a third that adds up their counts.
#   words-two.sh FILE OUTPUT
set -eu
here=$(dirname "$0")
luajit "$here/words.lua" "$1" 1 2 >"$2.1" &
first=$!
luajit "$here/words.lua" "$1" 2 2 >"$2.2" &
second=$!
wait "$first"
wait "$second"
luajit "$here/merge.lua" "$2.1" "$2.2" >"$2"
rm "$2.1" "$2.2"
