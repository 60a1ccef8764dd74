String log = new File(basedir, 'build.log').text
assert log.contains('flow count')
// reading, splitting and the first half of counting are one stage in one worker for each shard
assert log =~ /stage 1: read \+ flatMap \+ partial countBy/
assert log =~ /3 shards, a Lua worker process each/
// the other half gets ranges of keys
assert log =~ /stage 1, sorted by column 1, each shard a range/
// what Maven 4 puts there itself aside
assert (new File(basedir, 'target').list() ?: []).every { it == 'project-local-repo' }
