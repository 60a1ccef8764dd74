# Word count: words of letters and digits, each with its count, in no order. A record is a word.
BEGIN {
    RS = "[^A-Za-z0-9]+"
}
{
    n[$0]++
}
END {
    delete n[""]
    for (word in n) print word "," n[word]
}
