# The rows of the comparison. Each function names a work, its input, gleam's flow, its peers and what is aimed at.
# A ratio is how many times as fast as the peer gleam is; `size` is in MB, and the working directory has the input.

words_peers() {
  peer mawk mawk "mawk -f '$peers/words.mawk' words.txt >\$out"
}

row_words() {
  title="word count, Lua, luaj"
  input words "${size}mb" words.txt
  flow words words.txt
  words_peers
  peer 'tr sort uniq' tr "tr -cs 'A-Za-z0-9' '\n' <words.txt | sort -S $((memory / 1024))K --parallel=2 -T '$work/tmp' | uniq -c >\$out" \
    "sed -n 's/^ *\([0-9]*\) \(..*\)/\2,\1/p'"
  peer luajit luajit "luajit '$peers/words.lua' words.txt >\$out"
  peer C "$work/bin/words" "'$work/bin/words' <words.txt >\$out"
  target 100 ratio 1.3 mawk
  target 1000 ratio 2 mawk
}

row_words_luajit() {
  title="word count, Lua, luajit"
  input words "${size}mb" words.txt
  flow words-luajit words.txt
  peer '2 luajit' luajit "'$peers/words-two.sh' words.txt \$out"
  words_peers
  target 100 ratio 0.8 '2 luajit'
}

row_countBy() {
  title="word count, countBy"
  input words "${size}mb" words.txt
  flow countBy countBy.txt
  words_peers
  target 1000 ratio 2 mawk
}

row_partitions() {
  title="word count, Lua, 2 partitions"
  input words "${size}mb" words.txt
  flow words words.txt 2
  peer '1 partition' java "$(gleam words 1) && mv target/words.txt \$out"
  target 1000 ratio 1.6 '1 partition'
}

row_filter() {
  title="filter, string.find"
  ordered=yes
  input log "${size}mb" access.log
  flow filter filter.txt
  peer mawk mawk "mawk 'index(\$0, \"/checkout\")' access.log >\$out"
  peer grep grep "grep -F /checkout access.log >\$out"
  target 1000 ratio 1 mawk
}

row_sort() {
  title="sort by key"
  ordered=yes
  input records "${size}mb" records.txt
  flow sort sort.txt
  peer sort sort "sort -s -k 1.1,1.10 -S $((memory / 1024))K --parallel=2 -T '$work/tmp' records.txt >\$out"
  target 1000 ratio 1 sort
}

row_sort_lines() {
  title="sort of whole lines"
  ordered=yes
  input records "${size}mb" records.txt
  flow sort-lines sort-lines.txt
  peer sort sort "sort -S $((memory / 1024))K --parallel=2 -T '$work/tmp' records.txt >\$out"
}

row_join() {
  title="join of orders and customers"
  input orders $((size * 5000)) orders.csv
  input customers $((size * 500)) customers.csv
  flow join join.csv - 'tail -n +2'
  peer mawk mawk "mawk -F , -f '$peers/join.mawk' customers.csv orders.csv >\$out" 'tail -n +2'
  peer Miller mlr "mlr --csvlite -S join -j customer -f customers.csv orders.csv >\$out" \
    "mawk -F , 'NR > 1 { print \$4 \",\" \$1 \",\" \$5 \",\" \$6 \",\" \$7 \",\" \$2 \",\" \$3 }'"
  peer join join "'$peers/join.sh' orders.csv customers.csv $((memory / 1024))K '$work/tmp' >\$out"
  target 1000 ratio 3 Miller
  target 1000 ratio 1 mawk
}

# As many MB of input as told, which the orders and customers above are not: for what memory has to do with size.
row_join_large() {
  title="join of whole files"
  input orders $((size * 22600)) all-orders.csv
  input customers $((size * 2260)) all-customers.csv
  flow join-large join-large.csv
}

row_csv() {
  title="csv: filter, set, aggregate"
  input sales "${size}mb" sales.csv
  flow csv csv.csv
  peer Miller mlr "mlr --csvlite put -q -f '$peers/csv.mlr' sales.csv >\$out"
  peer mawk mawk "mawk -F , -f '$peers/csv.mawk' sales.csv >\$out"
  target 1000 ratio 2 Miller
}

row_pipe() {
  title="pipe: cat"
  ordered=yes
  input words "${size}mb" words.txt
  flow pipe pipe.txt
  peer cat cat "'$work/bin/lines' <words.txt | cat | '$work/bin/lines' >\$out"
  target 1000 ratio 0.5 cat
}

row_json() {
  title="json lines, filter"
  input json "${size}mb" events.jsonl
  flow json json.jsonl
  peer Miller mlr "mlr --ijsonl --ojsonl filter '\$kind == \"order\" && \$ok' then cut -o -f id,user,ms events.jsonl >\$out" \
    "sed 's/: /:/g; s/, /,/g'"
}

row_worker() {
  title="rows through a worker and back"
  rows=$((size * 56000))
  input pairs "$rows" pairs.msgpack
  flow worker worker.msgpack 1 'cmp - pairs.msgpack && echo equal'
  target 1000 rate 3000000
}

row_smallest() {
  title="smallest flow"
  once=yes
  printf 'line %d\n' {1..10} >ten.txt
  inputs+=(ten.txt)
  flow smallest smallest.txt
  target 0 seconds 0.4
}
