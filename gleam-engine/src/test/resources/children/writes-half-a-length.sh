# Two bytes of the length of a frame.
cat >/dev/null
printf '\001\000'
