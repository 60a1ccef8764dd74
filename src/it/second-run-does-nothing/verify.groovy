String log = new File(basedir, 'build.log').text
assert log =~ /sorted +2 rows -> target\/generated-resources\/gleam\/sorted\.txt +\d+\.\d s +\(ran: first time\)/
// by the second build, and the third, which tells how it knows; the fourth is given a parameter more and asks the flow; the
// sixth knows what the fifth was forced to do
assert log.count('sorted   up to date') == 4
assert log.contains('(ran: gleam.force)')
assert log.count('known at a glance') == 2

assert new File(basedir, 'target/generated-resources/gleam/sorted.txt').text == 'a\nb\n'
// what is noted is no place for secrets
File notes = new File(basedir, 'target/gleam/state/glance')
assert notes.listFiles().length == 1
assert !notes.listFiles()[0].text.contains('tulip')
File states = new File(basedir, 'target/gleam/state/flows')
assert states.listFiles().length == 1
assert !states.listFiles()[0].text.contains('tulip')
