# Turnover of large sales by region and product: mawk -F, -f csv.mawk sales.csv
NR > 1 && $5 >= 10 {
    key = $3 "," $4
    n[key]++
    sum[key] += $5 * $6
}
END {
    print "region,product,sales,turnover"
    for (key in n) printf "%s,%d,%.0f\n", key, n[key], sum[key]
}
