#!/bin/bash
# Joins orders with their customers by sorting both.
#   join.sh ORDERS CUSTOMERS MEMORY DIRECTORY
sorted() {
  tail -n +2 "$1" | sort -t , -k "$2" -S "$3" --parallel=2 -T "$4"
}
join -t , -1 2 -2 1 -o 1.1,0,1.3,1.4,1.5,2.2,2.3 <(sorted "$1" 2,2 "$3" "$4") <(sorted "$2" 1,1 "$3" "$4")
