#!/bin/bash
# Packages of Debian and their installed sizes by section and maintainer, from all that apt knows; the bytes have to be
# those of an awk program.
#
#   gleam-benchmarks/scripts/debian.sh [FILE]      FILE as `apt-cache dumpavail` prints it, which is called otherwise
source "$(dirname "$0")/measure.sh"

if [ $# -gt 0 ]; then cp "$1" packages.txt; else apt-cache dumpavail >packages.txt; fi
flows=$root/examples/src/main/gleam
cp "$flows/packages.lua" .
sed 's|data/packages.txt|packages.txt|; s|target/debian.tsv|debian.tsv|' "$flows/debian.yaml" >debian.yaml

debianCheck() {
  {
    printf 'section\tmaintainer\tpackages\tkilobytes\tsection_packages\tsection_kilobytes\n'
    awk '
      function flush() {
        if (package != "") {
          if (section == "") section = "none"
          n[section]++; kb[section] += size
          m[section, maintainer]++; mkb[section, maintainer] += size
        }
        package = section = maintainer = ""; size = 0
      }
      /^Package: / { package = substr($0, 10) }
      /^Section: / { section = substr($0, 10) }
      /^Maintainer: / { maintainer = substr($0, 13) }
      /^Installed-Size: / { size = substr($0, 17) }
      /^$/ { flush() }
      END {
        flush()
        for (each in m) {
          split(each, of, SUBSEP)
          printf "%s\t%s\t%d\t%.0f\t%d\t%.0f\n", of[1], of[2], m[each], mkb[each], n[of[1]], kb[of[1]]
        }
      }' packages.txt | sort -t "$(printf '\t')" -k6,6nr -k1,1 -k4,4nr -k2,2
  } | cmp - debian.tsv && echo equal to awk
}

header
measure debian packages.txt debianCheck
