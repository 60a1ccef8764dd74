# Errors without end before the first row is read, then all rows back.
head -c 30000000 /dev/zero | tr '\0' e | fold -w 100 >&2
cat
