File luaj = new File(basedir, 'target/luaj')
File luajit = new File(basedir, 'target/luajit')
assert luaj.list().sort() == ['counts.tsv', 'lines.txt']
luaj.eachFile { assert it.bytes == new File(luajit, it.name).bytes }
assert new File(luajit, 'counts.tsv').readLines()[0] == 'word\tn\tshare'

String log = new File(basedir, 'build.log').text
// what scripts print is in the log of both, with flow and step
assert log.findAll(/\[INFO\].*a rhyme/).size() == 2
