# Writes a frame with one column 5, then bytes given as octal escapes, again and again if a count is given, and goes on for
# ever if it is asked to stay.
printf '\001\000\000\000\005'
i=0
while [ "$i" -lt "${2:-1}" ]; do
  printf "$1"
  i=$((i + 1))
done
[ "${3:-}" = stay ] && sleep 1000
cat >/dev/null
