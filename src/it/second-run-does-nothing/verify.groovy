String log = new File(basedir, 'build.log').text
assert log =~ /sorted +2 rows -> target\/generated-resources\/gleam\/sorted\.txt +\d+\.\d s +\(ran: first time\)/
assert log.count('up to date') == 1

assert new File(basedir, 'target/generated-resources/gleam/sorted.txt').text == 'a\nb\n'
// what is noted is no place for secrets
File states = new File(basedir, 'target/gleam/state/flows')
assert states.listFiles().length == 1
assert !states.listFiles()[0].text.contains('tulip')
