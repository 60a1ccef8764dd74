['counts.txt', 'by-length.txt', 'uniq.txt'].each { name ->
    byte[] one = new File(basedir, "target/shards-1/$name").bytes
    assert one.length > 1000
    [2, 3, 7].each { n ->
        assert new File(basedir, "target/shards-$n/$name").bytes == one : "$name with $n shards"
    }
}
// the work was in fact divided, and every worker had rows
String log = new File(basedir, 'build.log').text
def stage = (log =~ /read \+ flatMap \+ map \+ partial reduceByKey: 7 shards, ([\d \/]+) rows/)
assert stage.find()
assert stage.group(1).split(' / ').every { it.toLong() > 0 }
