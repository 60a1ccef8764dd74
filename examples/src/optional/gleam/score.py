"""Adds to each review how good it is, from -1 to 1, and how often each judging word stands in it."""
import re
import sys

import frames

WORTH = {"good": 1, "solid": 1, "bright": 1, "bad": -1, "poor": -1, "broke": -1}

for number, text in frames.rows(sys.stdin.buffer):
    words = [word for word in re.findall("[a-z]+", (text or "").lower()) if word in WORTH]
    score = sum(WORTH[word] for word in words) / len(words) if words else None
    frames.emit(sys.stdout.buffer, number, text, score, {word: words.count(word) for word in words})
print("every review read", file=sys.stderr)
