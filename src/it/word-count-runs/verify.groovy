File counts = new File(basedir, 'target/generated-resources/gleam/counts.txt')
assert counts.text == 'one\t1\nthree\t3\ntwo\t2\n'

String log = new File(basedir, 'build.log').text
// print shows its rows in the log, in order
assert log.contains('[INFO] one,1\n[INFO] three,3\n[INFO] two,2\n')
// what was written, in words
assert log =~ /word-count +3 rows -> target\/generated-resources\/gleam\/counts\.txt +\d+\.\d s/

// nothing of the run is left behind but what is noted and reported of it: no scripts, spills or staged outputs
List<String> left = []
new File(basedir, 'target/gleam').eachFileRecurse { if (it.isFile() && it.parentFile.name != 'report' && !(it.name =~ /\.(flow|note)$/)) left << it.path }
assert left == []
