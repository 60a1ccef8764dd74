# Word count: words of letters and digits, each with its count, in no order.
{
    for (i = 1; i <= NF; i++) n[$i]++
}
END {
    delete n[""]
    for (word in n) print word "," n[word]
}
