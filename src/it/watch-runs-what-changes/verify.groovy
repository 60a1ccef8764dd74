String log = new File(basedir, 'build.log').text
List<String> rounds = log.split(/\] watching .*/) as List
assert log.contains('watching 3 flows, 6 files; Ctrl-C or the file target/stop ends it')
// everything once
assert rounds[0].count('(ran: first time)') == 3
// then what has changed, and once behind it who reads what came of it
assert rounds[1].contains('data/letters.txt changed')
assert rounds[1].contains('1 test passed')
assert rounds[1].count('(ran: ') == 2
assert rounds[1].indexOf('(ran: data/letters.txt changed)') < rounds[1].indexOf('(ran: target/letters.txt changed)')
assert !rounds[1].contains('numbers')
assert new File(basedir, 'target/first.txt').text == 'b\n'
// a mistake is told with its place and a cure, and watching goes on
assert rounds[2].contains('src/main/gleam/numbers.yaml:2:5')
assert rounds[2].contains('hint: Did you mean `read`?')
assert log.contains('watching 3 flows, 6 files, 1 failure;')
assert !rounds[2].contains('(ran: ')
// once mended it runs, and what it writes no more goes
assert rounds[3].count('(ran: ') == 1
assert new File(basedir, 'target/more.txt').text == '1\n'
assert !new File(basedir, 'target/numbers.txt').exists()
// the end is a good one, and nobody has the lock
assert rounds[4].contains('BUILD SUCCESS')
assert !new File(basedir, 'target/gleam/state/lock').exists()
assert log.contains('gleam.watch.goals is `rnu`, and can be validate, test, run. Did you mean `run`?')
