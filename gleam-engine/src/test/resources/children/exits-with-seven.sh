# Reads all, answers nothing, fails.
cat >/dev/null
echo "why it failed" >&2
exit 7
