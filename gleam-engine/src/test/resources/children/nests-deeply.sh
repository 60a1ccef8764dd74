# One frame of a list in a list in a list, as deep as its length.
cat >/dev/null
printf '\240\206\001\000'
head -c 99999 /dev/zero | tr '\0' '\221'
printf '\005'
