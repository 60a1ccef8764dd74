String log = new File(basedir, 'build.log').text
assert log =~ /sorted +would run: first time/
assert log =~ /sorted +would run: parameter size changed: 2 -> 1/
// it is up to date now, and would not be then
assert log =~ /behind +would run: it reads what `sorted` writes/
// nothing of the third run
assert new File(basedir, 'target/generated-resources/gleam/sorted.txt').text == 'a\nb\n'
assert new File(basedir, 'target/generated-resources/gleam/behind.txt').text == 'a\nb\n'
assert log.indexOf('would run: first time') < log.indexOf('2 rows -> ')
