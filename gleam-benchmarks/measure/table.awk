# Prints two tables of what compare has written down: awk -f table.awk targets.tsv results.tsv
#
#   targets: row, MB, figure, at least (seconds: at most), peer
#   results: row, title, MB, name, seconds, CPU seconds, kB, processes, rows

function middle(list, count,    parts, i, j, t) {
    split(list, parts, " ")
    for (i = 2; i <= count; i++)
        for (j = i; j > 1 && parts[j] + 0 < parts[j - 1] + 0; j--) {
            t = parts[j]; parts[j] = parts[j - 1]; parts[j - 1] = t
        }
    return count % 2 ? parts[(count + 1) / 2] + 0 : (parts[count / 2] + parts[count / 2 + 1]) / 2
}

function median(what, key) { return middle(what == "s" ? s[key] : what == "cpu" ? cpu[key] : kb[key], n[key]) }

# the target of a figure at a size: the one of the greatest size that is not above it; sets wanted, from
function aim(row, mb, figure, peer,    i) {
    wanted = ""; from = -1; least = ""
    for (i = 1; i <= goals; i++) {
        if (goalRow[i] != row || goalFigure[i] != figure || goalPeer[i] != peer) continue
        if (least == "" || goalSize[i] < least) { least = goalSize[i]; leastWanted = goalWanted[i] }
        if (goalSize[i] <= mb && goalSize[i] > from) { from = goalSize[i]; wanted = goalWanted[i] }
    }
}

function verdict(holds) { return holds ? "met" : "**missed**" }

function line(a, b, c, d, e, f, g, h, i, j) {
    print "| " a " | " b " | " c " | " d " | " e " | " f " | " g " | " h " | " i " | " j " |"
}

function limit(what, figure, goal, holds) { limits[++limitCount] = "| " what " | " figure " | " goal " | " holds " |" }

BEGIN { FS = "\t"; GB = 1000 }

FILENAME == ARGV[1] {
    goals++
    goalRow[goals] = $1; goalSize[goals] = $2; goalFigure[goals] = $3; goalWanted[goals] = $4; goalPeer[goals] = $5
    next
}

{
    key = $1 SUBSEP $3 SUBSEP $4
    if (!(key in n)) {
        work = $1 SUBSEP $3
        if (!(work in peers)) { works[++workCount] = work; peers[work] = 0; title[$1] = $2; rows[work] = $9; row[work] = $1; size[work] = $3 }
        if ($4 != "gleam") peer[work, ++peers[work]] = $4
    }
    n[key]++
    s[key] = s[key] " " $5; cpu[key] = cpu[key] " " $6; kb[key] = kb[key] " " $7
    if ($8 > processes[key]) processes[key] = $8
}

END {
    line("work", "MB", "gleam s | CPU s | memory MB (processes)", "peer", "s", "CPU s", "memory MB", "times as fast", "aim", "verdict")
    print "|---|--:|--:|--:|--:|---|--:|--:|--:|--:|---|---|"
    for (w = 1; w <= workCount; w++) {
        work = works[w]; r = row[work]; mb = size[work]
        own = work SUBSEP "gleam"
        seconds = median("s", own)
        figures = sprintf("%.2f | %.2f | %.0f (%d)", seconds, median("cpu", own), median("kb", own) / 1000, processes[own])
        for (p = 1; p <= peers[work]; p++) {
            name = peer[work, p]; key = work SUBSEP name
            ratio = median("s", key) / (seconds > 0 ? seconds : 0.001)
            goal = told = ""
            aim(r, mb, "ratio", name)
            if (wanted != "") { goal = wanted; told = verdict(ratio >= wanted) }
            else if (least != "") { goal = leastWanted " at " least " MB"; told = "not at this size" }
            line(p == 1 ? title[r] : "", p == 1 ? mb : "", p == 1 ? figures : " |  | ", name, sprintf("%.2f", median("s", key)), sprintf("%.2f", median("cpu", key)),
                sprintf("%.0f", median("kb", key) / 1000), sprintf("%.2f", ratio), goal, told)
        }
        if (!peers[work]) line(title[r], mb, figures, "", "", "", "", "", "", "")

        aim(r, mb, "seconds", "-")
        if (wanted != "") limit(title[r], sprintf("%.2f s", seconds), "at most " wanted " s", verdict(seconds <= wanted))
        aim(r, mb, "rate", "-")
        if (least != "") {
            rate = rows[work] / (seconds > 0 ? seconds : 0.001)
            limit(title[r] ", " mb " MB", sprintf("%.2f M rows/s", rate / 1e6), sprintf("%.0f M rows/s at %d MB", leastWanted / 1e6, least),
                wanted == "" ? "not at this size" : verdict(rate >= wanted))
        }
        if (mb >= GB) {
            memory = median("kb", own) / 1000
            limit(title[r] ", memory of all processes at " mb " MB", sprintf("%.0f MB", memory), "under 400 MB", verdict(memory < 400))
        }
        for (v = 1; v <= workCount; v++) {
            other = works[v]
            if (row[other] != r || size[other] * 10 != mb) continue
            small = other SUBSEP "gleam"
            growth = seconds / (median("s", small) > 0 ? median("s", small) : 0.001)
            limit(title[r] ", time of " mb " MB by that of " size[other] " MB", sprintf("%.2f", growth), "at most 11 at " GB " MB", mb < GB ? "not at this size" : verdict(growth <= 11))
            growth = median("kb", own) / median("kb", small)
            limit(title[r] ", memory at " mb " MB by that at " size[other] " MB", sprintf("%.2f", growth), "from 0.67 to 1.33 at " GB " MB", mb < GB ? "not at this size" : verdict(growth <= 4 / 3 && growth >= 2 / 3))
        }
    }
    if (limitCount) {
        print "\n| limit | figure | aim | verdict |\n|---|--:|---|---|"
        for (i = 1; i <= limitCount; i++) print limits[i]
    }
}
