#!/bin/bash
# Sorts, groups, joins and reduces more data than fits the memory: the engine has a heap of 64 MB, as its workers have.
# Every result is held against sort and awk.
#
#   gleam-benchmarks/scripts/gigabyte.sh SIZE_MB
source "$(dirname "$0")/measure.sh"

size=${1:?how many megabytes of rows}
rows=$((size * 1048576 / 88))
customers=$((rows / 8))

# id, customer (uniform, about eight rows each), product (skewed, up to 50,000), city (200), cents, text
awk -v rows="$rows" -v customers="$customers" '
  function draw(n) { seed = seed * 16807 % 2147483647; return seed % n }
  BEGIN {
    seed = 20261124
    split("amber birch cobalt dune ember fjord granite harbour iris juniper kelp larch meadow nickel ochre poplar", word)
    print "id\tcustomer\tproduct\tcity\tcents\ttext"
    for (i = 1; i <= rows; i++) {
      u = draw(1000003) / 1000003
      text = word[1 + draw(16)] " " word[1 + draw(16)] " " word[1 + draw(16)] " " word[1 + draw(16)] " " word[1 + draw(16)]
      printf "%d\tc%08d\tp%05d\tcity-%03d\t%d\t%s %d %d\n", i, draw(customers), u * u * u * 50000, draw(200),
        draw(1000000), text, draw(1000000), draw(1000000)
    }
  }' >big.tsv

# a tenth of as many rows: four of five customers
awk -v customers="$customers" 'BEGIN {
    print "customer\tname\trank"
    for (i = customers - 1; i >= 0; i--) if (i % 5) printf "c%08d\tname of %d, written out as names are\t%d\n", i, i, i % 7
  }' >small.tsv

cat >sort.yaml <<'FLOW'
steps:
  - read: big.tsv
    types: {id: int, cents: int}
  - sort: [city, cents desc, id]
  - write: sort.tsv
FLOW
sortCheck() {
  diff <(rowSums big.tsv) <(rowSums sort.tsv) && tail -n +2 sort.tsv | sort -c -t $'\t' -k4,4 -k5,5nr -k1,1n && echo in order, sums equal
}
rowSums() {
  awk -F '\t' 'NR > 1 { n++; id += $1; cents += $5; s += $1 % 1009 * $5 % 1000003; l += length($0) } END { printf "%d %.0f %.0f %.0f %.0f\n", n, id, cents, s, l }' "$1"
}

cat >groupBy.yaml <<'FLOW'
steps:
  - read: big.tsv
    types: {cents: int}
  - select: [customer, city, cents]
  - groupBy: customer
  - map: |
      local sum = 0
      for _, each in ipairs(rows) do
        sum = sum + each.cents
      end
      return customer, #rows, rows[1].city, sum
    as: [customer, n, first, cents]
  - write: groupBy.tsv
FLOW
groupByCheck() {
  awk -F '\t' 'NR > 1 { if (!($2 in n)) first[$2] = $4; n[$2]++; sum[$2] += $5 }
      END { for (c in n) printf "%s\t%d\t%s\t%.0f\n", c, n[c], first[c], sum[c] }' big.tsv | sort |
    cmp - <(tail -n +2 groupBy.tsv) && echo equal to awk
}

cat >join.yaml <<'FLOW'
datasets:
  small:
    - read: small.tsv
  joined:
    - read: big.tsv
    - join: small
      by: customer
    - write: join.tsv
FLOW
joinCheck() {
  diff <(awk -F '\t' 'FNR == 1 { file++; next } file == 1 { name[$1] = $2 FS $3; next }
        $2 in name { n++; id += $1; s += $1 % 1009 * $5 % 1000003; l += length($0 FS name[$2]) }
        END { printf "%d %.0f %.0f %.0f\n", n, id, s, l }' small.tsv big.tsv) \
    <(awk -F '\t' 'NR > 1 { n++; id += $1; s += $1 % 1009 * $5 % 1000003; l += length($0) }
        END { printf "%d %.0f %.0f %.0f\n", n, id, s, l }' join.tsv) &&
    tail -n +2 join.tsv | sort -c -t $'\t' -k2,2 -k1,1n && echo in order, sums equal to awk
}

cat >distinct.yaml <<'FLOW'
steps:
  - read: big.tsv
  - select: [product, city]
  - distinct
  - sort
  - write: distinct.tsv
FLOW
distinctCheck() {
  tail -n +2 big.tsv | cut -f 3,4 | sort -u -S 256M | cmp - <(tail -n +2 distinct.tsv) && echo equal to sort -u
}

cat >reduceByKey.yaml <<'FLOW'
steps:
  - read: big.tsv
    types: {cents: int}
  - map: product, cents, 1
  - reduceByKey: |
      function(cents, n, more, others)
        return cents + more, n + others
      end
  - write: reduceByKey.tsv
FLOW
reduceByKeyCheck() {
  awk -F '\t' 'NR > 1 { n[$3]++; sum[$3] += $5 } END { for (p in n) printf "%s\t%.0f\t%d\n", p, sum[p], n[p] }' big.tsv |
    sort | cmp - reduceByKey.tsv && echo equal to awk
}

cat >files.yaml <<'FLOW'
steps:
  - read: big.tsv
  - filter: tonumber(product:sub(2)) % 29 == 0
  - write: files/{product}.tsv
FLOW
filesCheck() {
  diff <(awk -F '\t' 'NR > 1 && substr($3, 2) % 29 == 0' big.tsv | sort -s -t $'\t' -k3,3 | cksum) \
    <(find files -name '*.tsv' | sort | xargs tail -q -n +2 | cksum) && echo "$(find files -name '*.tsv' | wc -l) files, equal to sort"
}

echo "$rows rows, $(nproc) cores, java ${GLEAM_JAVA:--Xmx64m}"
header
status=0
for work_ in sort groupBy join distinct reduceByKey files; do
  input=big.tsv
  [ "$work_" = join ] && input='big.tsv small.tsv'
  measure "$work_" "$input" "${work_}Check" || status=1
  rm -rf "$work_.tsv" "$work_"
done
exit $status
