# Cannot be asked to end, and neither can what it starts.
trap '' TERM INT HUP
cat >/dev/null
(while :; do sleep 1; done)
